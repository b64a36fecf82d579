#include "feed/fields.h"

#include <criterion/criterion.h>

/* Rows are looked for up to the namespace that is wanted. */
Test(modules, have_their_elements_in_the_order_of_namespaces)
{
	for (size_t i = 1; i < module_fields.count; i++)
		cr_expect_leq(module_fields.rows[i - 1].ns, module_fields.rows[i].ns, "%.*s",
			STR_ARG(module_fields.rows[i].name));
}
