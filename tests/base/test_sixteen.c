#include "sixteen_checks.h"

Test(sixteen, marks_each_byte_in_its_place)
{
	sixteen_marks_each_byte_in_its_place();
}

Test(sixteen, has_zeroes_behind_the_text)
{
	sixteen_has_zeroes_behind_the_text();
}

Test(sixteen, keeps_the_first_bytes)
{
	sixteen_keeps_the_first();
}
