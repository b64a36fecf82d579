/* datetime: a date that is read must be one of the calendar, and read the same when it is written and read
 * again. */
#include "dateline/base/datetime.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int64_t time = datetime_parse((struct str){(const char *)data, size});
	char text[TIME_TEXT_SIZE];

	/* an offset may carry the first and the last day out of the years that are read */
	if (time != TIME_NONE && time > -12000000000 && time < 253300000000 &&
		datetime_parse(datetime_format(time, text)) != time)
		abort();
	return 0;
}
