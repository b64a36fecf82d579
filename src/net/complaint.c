#include "transfer.h"

#include "dateline/base/url.h"

#include <string.h>

static struct str host_of(const struct transfer *transfer)
{
	struct str host = url_host(transfer->address);

	return str_is_empty(host) ? transfer->address : host;
}

static void complain_of_certificate(struct transfer *transfer)
{
	struct error *error = &transfer->response.error;
	struct str host = host_of(transfer), why = str_from(transfer->curl_message);

	if (str_find_nocase(why, STR("expired"), 0) != STR_NPOS)
		fail(error, ERROR_NETWORK, 0, "the certificate of %.*s has expired, so it cannot be trusted",
			STR_ARG(host));
	else if (str_find_nocase(why, STR("does not match"), 0) != STR_NPOS ||
		 str_find_nocase(why, STR("no alternative certificate"), 0) != STR_NPOS)
		fail(error, ERROR_NETWORK, 0,
			"the certificate shown by %.*s is for another host, so it cannot be trusted",
			STR_ARG(host));
	else
		fail(error, ERROR_NETWORK, 0, "the certificate of %.*s cannot be trusted (%.*s)",
			STR_ARG(host), STR_ARG(why));
}

static void complain_of_refusal(struct transfer *transfer)
{
	struct error *error = &transfer->response.error;

	if (transfer->refused == REFUSED_HEADERS)
		fail(error, ERROR_TOO_LARGE, 0, "%.*s sends endless headers; the answer was given up",
			STR_ARG(host_of(transfer)));
	else if (transfer->refused == REFUSED_CROWD)
		fail(error, ERROR_TOO_LARGE, 0,
			"too many large answers came at once; this one was given up until next time");
	else
		fail(error, ERROR_TOO_LARGE, 0, "the answer is larger than %zu MB; it was given up",
			transfer->limits->most_bytes >> 20);
}

static void complain_of_time(struct transfer *transfer)
{
	struct error *error = &transfer->response.error;
	const struct fetch_limits *limits = transfer->limits;
	struct str host = host_of(transfer);
	bool is_slow = str_find(str_from(transfer->curl_message), STR("too slow"), 0) != STR_NPOS;

	if (is_slow && transfer->has_first_byte)
		fail(error, ERROR_NETWORK, 0, "%.*s sends less than %u bytes a second; it was given up",
			STR_ARG(host), limits->slow_bytes_per_s);
	else if (transfer->has_first_byte)
		fail(error, ERROR_NETWORK, 0, "%.*s did not finish its answer within %u s", STR_ARG(host),
			(limits->total_ms + 999) / 1000);
	else
		fail(error, ERROR_NETWORK, 0, "no connection to %.*s, or no answer from it, within %u s",
			STR_ARG(host), (limits->connect_ms + 999) / 1000);
}

static const struct {
	CURLcode code;
	const char *sentence; /* %.*s is the host */
} sentences[] = {
	{CURLE_COULDNT_RESOLVE_HOST, "no such host: %.*s (or no network)"},
	{CURLE_COULDNT_RESOLVE_PROXY, "the proxy for %.*s has a name that is not known"},
	{CURLE_COULDNT_CONNECT, "no connection to %.*s: it refuses, or cannot be reached"},
	{CURLE_GOT_NOTHING, "%.*s closed the connection without an answer"},
	{CURLE_RECV_ERROR, "%.*s broke off the connection in the middle of its answer"},
	{CURLE_SEND_ERROR, "%.*s broke off the connection"},
	{CURLE_PARTIAL_FILE, "%.*s sent only a part of its answer"},
	{CURLE_HTTP2, "%.*s broke the rules of HTTP/2"},
	{CURLE_HTTP2_STREAM, "%.*s broke off its answer (HTTP/2)"},
	{CURLE_BAD_CONTENT_ENCODING, "%.*s sends a compressed answer that is damaged"},
	{CURLE_WEIRD_SERVER_REPLY, "%.*s does not answer in HTTP"},
	{CURLE_UNSUPPORTED_PROTOCOL, "%.*s does not speak HTTP"},
	{CURLE_SSL_CONNECT_ERROR, "no secure connection to %.*s: it does not speak TLS as it should"},
	{CURLE_URL_MALFORMAT, "this is no address that can be asked: %.*s"},
	{CURLE_AUTH_ERROR, "%.*s asks for a sign-in that is not known here"},
};

static const char *sentence_of(CURLcode code)
{
	for (size_t i = 0; i < COUNT_OF(sentences); i++)
		if (sentences[i].code == code)
			return sentences[i].sentence;
	return NULL;
}

/* As curl names an address of IPv6. */
static struct str without_brackets(struct str host)
{
	return str_starts_with(host, STR("[")) ? str_slice(host, 1, host.length - 1) : host;
}

/* A proxy stands between: it was it that said no, or that is not there. */
static bool complain_of_proxy(struct transfer *transfer, CURLcode code)
{
	struct error *error = &transfer->response.error;
	struct str host = host_of(transfer), said = str_from(transfer->curl_message);
	long status = 0;

	libcurl.easy_getinfo(transfer->easy, CURLINFO_HTTP_CONNECTCODE, &status);
	if (status == 407)
		return !fail(error, ERROR_HTTP, 0, "the proxy wants a user name and a password (407)");
	if (status >= 300)
		return !fail(error, ERROR_NETWORK, 0, "the proxy lets nobody through to %.*s (%ld)",
			STR_ARG(host), status);
	if (code == CURLE_COULDNT_CONNECT && str_starts_with(said, STR("Failed to connect to ")) &&
		str_find_nocase(said, without_brackets(host), 0) == STR_NPOS)
		return !fail(error, ERROR_NETWORK, 0, "no connection to the proxy for %.*s", STR_ARG(host));
	return false;
}

void complain_of_curl(struct transfer *transfer, CURLcode code)
{
	struct error *error = &transfer->response.error;
	const char *sentence = sentence_of(code);

#if LIBCURL_VERSION_NUM >= 0x080600 /* newer ones bound the headers themselves, more narrowly than we do */
	if (code == CURLE_TOO_LARGE)
		transfer->refused = REFUSED_HEADERS;
#endif
	if (code == CURLE_RECV_ERROR && !transfer->has_first_byte)
		sentence = "%.*s broke off the connection without an answer";
	if (transfer->refused != REFUSED_NOTHING)
		complain_of_refusal(transfer);
	else if (complain_of_proxy(transfer, code))
		return;
	else if (code == CURLE_OPERATION_TIMEDOUT)
		complain_of_time(transfer);
	else if (code == CURLE_PEER_FAILED_VERIFICATION)
		complain_of_certificate(transfer);
	else if (sentence)
		fail(error, ERROR_NETWORK, 0, sentence, STR_ARG(host_of(transfer)));
	else
		fail(error, ERROR_NETWORK, 0, "%.*s: %s", STR_ARG(host_of(transfer)),
			libcurl.easy_strerror(code));
}

static const struct {
	unsigned status;
	const char *sentence;
} statuses[] = {
	{204, "the server has no content at this address"},
	{400, "the server does not understand the request"},
	{401, "this feed wants a user name and a password"},
	{402, "the server wants to be paid for this address"},
	{403, "the server forbids this address to dateline"},
	{404, "there is nothing at this address"},
	{407, "the proxy wants a user name and a password"},
	{410, "this feed is gone for good"},
	{429, "the server says that it is asked too often"},
	{451, "this address is closed for legal reasons"},
	{500, "the server has an error of its own"},
	{502, "the server's own source does not answer"},
	{503, "the server is not available for now"},
	{504, "the server's own source takes too long"},
};

static const char *meaning_of(unsigned status)
{
	for (size_t i = 0; i < COUNT_OF(statuses); i++)
		if (statuses[i].status == status)
			return statuses[i].sentence;
	if (status >= 300 && status < 400)
		return "the server points elsewhere without saying where";
	return status >= 500 ? "the server has an error of its own" : "the server refuses the request";
}

void complain_of_status(struct transfer *transfer)
{
	unsigned status = transfer->response.status;

	fail(&transfer->response.error, ERROR_HTTP, 0, "%s (%u)", meaning_of(status), status);
}
