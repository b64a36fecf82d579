#include "cookies.h"

/* A site that wants more than this wants no reader: what is beyond is forgotten. */
#define COOKIES_MOST 50
#define COOKIE_BYTES_MOST 4096 /* RFC 6265 section 6.1 */

void cookies_give(struct transfer *transfer, CURL *easy)
{
	struct str rest = transfer->response.cookies, line;

	libcurl.easy_setopt(easy, CURLOPT_COOKIEFILE, "");
	while (str_next(&rest, '\n', &line))
		if (line.length)
			libcurl.easy_setopt(easy, CURLOPT_COOKIELIST, arena_cstring(&transfer->arena, line));
}

void cookies_take(struct transfer *transfer)
{
	struct curl_slist *list = NULL;
	struct buffer lines = {0};
	size_t count = 0;

	if (libcurl.easy_getinfo(transfer->easy, CURLINFO_COOKIELIST, &list) != CURLE_OK)
		return;
	for (const struct curl_slist *item = list; item && count < COOKIES_MOST; item = item->next) {
		struct str line = str_from(item->data);

		if (line.length > COOKIE_BYTES_MOST || str_find_char(line, '\n', 0) != STR_NPOS)
			continue;
		if (count++)
			buffer_add_char(&lines, '\n');
		buffer_add(&lines, line);
	}
	transfer->response.cookies = arena_copy(&transfer->arena, count ? buffer_str(&lines) : STR(""));
	buffer_finish(&lines);
	libcurl.slist_free_all(list);
}
