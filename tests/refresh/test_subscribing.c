/* Subscribing to feeds, rules on what comes, and pages of articles. */
#include "running.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

TestSuite(subscribing, .init = running_begin, .fini = running_end, .timeout = 60);

static engine_job add(const char *path, struct str folder)
{
	const struct engine_subscription subscription = {
		.address = str_from(server_address(running.server, NULL, path)), .folder = folder};

	return engine_add_feed(running.engine, &subscription);
}

Test(subscribing, applies_the_rules_of_the_user_to_what_comes)
{
	struct rules rules = {0};
	struct engine_event event;
	struct store_entry entry;
	struct store *store;
	int64_t id = running_subscribe_path("/rules");

	cr_assert(rule_read(STR("hide: title:\"report 2\""), LIST_PUSH(&running.arena, &rules.list), NULL));
	cr_assert(rule_read(STR("label post: feed:post"), LIST_PUSH(&running.arena, &rules.list), NULL));
	engine_close(running.engine);
	running_open_with(0, &rules);
	running_script("/rules", RSS("", ITEM(1) ITEM(2)));
	event = running_refresh(true);
	cr_expect(event.fresh == 2 && event.hidden == 1, "%zu, %zu", event.fresh, event.hidden);
	cr_expect_eq(running_feed(id).articles, 1, "what is hidden is not counted");
	store = running_store();
	cr_assert(store_article_get(store, 1, STORE_CONTENT_NONE, &running.arena, &entry, NULL));
	store_close(store);
	cr_expect(entry.labels.count == 1 && str_equal(entry.labels.items[0], STR("post")));
	engine_close(running.engine);
	running_open_with(2, &rules);
	running_script("/added", RSS("", ITEM(2) ITEM(3)));
	cr_assert(running_wait(add("/added", STR("")), EVENT_FEED_ADDED, &event));
	cr_expect(event.fresh == 2 && event.hidden == 1, "%zu, %zu", event.fresh, event.hidden);
}

Test(subscribing, finds_the_feed_that_a_page_names)
{
	struct engine_event event = {0};
	engine_job job;

	running_script("/",
		"<!doctype html><html><head><title>The Post</title>"
		"<link rel=alternate type=application/rss+xml title='Comments' href=/comments/feed>"
		"<link rel=alternate type=application/rss+xml title='News' href=/feed></head><body><p>Hello.</p></body></html>");
	running_script("/feed", RSS("", ITEM(1) ITEM(2)));
	job = add("/", STR("News"));
	cr_assert(running_wait(job, EVENT_FEED_ADDED, &event));
	cr_expect_eq(event.fresh, 2);
	cr_expect_str_eq(event.message, "The Post");
	cr_expect(str_equal(
		running_feed(event.feed).address, str_from(server_address(running.server, NULL, "/feed"))));
	cr_expect(str_equal(running_feed(event.feed).folder, STR("News")));
	job = add("/feed", STR_NONE);
	cr_assert(running_wait(job, EVENT_JOB_FAILED, &event));
	cr_expect(running_has(event.error.message, "already"), "%s", event.error.message);
}

Test(subscribing, subscribes_without_tls_where_the_user_named_no_scheme_and_there_is_none)
{
	struct engine_subscription subscription = {
		.address = str_from(server_address(running.server, NULL, "/f") + strlen("http://"))};
	struct engine_event event = {0};
	char address[128];

	running_script("/f", RSS("", ITEM(1)));
	cr_assert(running_wait(engine_add_feed(running.engine, &subscription), EVENT_FEED_ADDED, &event));
	cr_expect(str_equal(
		running_feed(event.feed).address, str_from(server_address(running.server, NULL, "/f"))));
	snprintf(address, sizeof address, "https%s",
		server_address(running.server, NULL, "/f") + strlen("http"));
	subscription.address = str_from(address);
	cr_assert(running_wait(engine_add_feed(running.engine, &subscription), EVENT_JOB_FAILED, &event),
		"who asks for TLS gets nothing less");
}

Test(subscribing, says_which_other_feeds_a_page_names)
{
	struct engine_event event = {0};

	running_script("/",
		"<!doctype html><html><head><title>The Post</title>"
		"<link rel=alternate type=application/rss+xml title=News href=/feed>"
		"<link rel=alternate type=application/rss+xml title='Sport &amp; Play' href=/sport></head></html>");
	running_script("/feed", RSS("", ITEM(1)));
	cr_assert(running_wait(add("/", STR_NONE), EVENT_FEED_OFFERED, &event));
	cr_expect(running_has(event.message, server_address(running.server, NULL, "/sport")), "%s",
		event.message);
	cr_expect(running_has(event.message, "(Sport & Play)"), "%s", event.message);
}

Test(subscribing, takes_what_is_done_to_a_feed_back_and_does_it_again)
{
	struct engine_event event = {0};
	int64_t feed;

	running_script("/f", RSS("", ITEM(1) ITEM(2)));
	cr_assert(running_wait(add("/f", STR("News")), EVENT_FEED_ADDED, &event));
	feed = event.feed;
	running_wait(engine_change_feed(running.engine, feed, STR("title"), STR("Mine")), EVENT_FEED_CHANGED,
		&event);
	running_wait(engine_remove_feed(running.engine, feed), EVENT_FEED_CHANGED, &event);
	cr_expect_not(running_feed(feed).is_subscribed);
	engine_close(running.engine);
	running_open(2);
	cr_assert(running_wait(engine_undo(running.engine), EVENT_UNDONE, &event));
	cr_expect_str_eq(event.message, "feed unsubscribed: Mine");
	cr_expect(running_feed(feed).is_subscribed && str_equal(running_feed(feed).folder, STR("News")));
	cr_expect_eq(running_feed(feed).articles, 2);
	cr_assert(running_wait(engine_undo(running.engine), EVENT_UNDONE, &event));
	cr_assert(running_wait(engine_undo(running.engine), EVENT_UNDONE, &event));
	cr_expect_str_eq(event.message, "feed subscribed to: The Post");
	cr_expect_not(running_feed(feed).is_subscribed);
	cr_assert(running_wait(engine_redo(running.engine), EVENT_REDONE, &event));
	cr_expect(running_feed(feed).is_subscribed);
}

Test(subscribing, subscribes_to_nothing_that_is_no_feed)
{
	static const char *const paths[] = {"/page", "/text", "/missing", "/evil"};
	struct store *store;
	struct store_feed_list feeds = {0};

	running_script("/page", "<!doctype html><html><body><p>No feed is named here.</p></body></html>");
	running_script("/text", "Just some words.\n");
	running_script("/evil",
		"<!doctype html><html><head><link rel=alternate type=application/rss+xml href=file:///etc/passwd>"
		"<link rel=alternate type=application/rss+xml href=exec:id></head></html>");
	for (size_t i = 0; i < COUNT_OF(paths); i++) {
		struct engine_event event = {0};

		cr_expect(running_wait(add(paths[i], STR_NONE), EVENT_JOB_FAILED, &event), "%s", paths[i]);
		cr_expect(running_has(event.error.message, paths[i]), "%s", event.error.message);
	}
	store = running_store();
	cr_expect(store_feeds(store, STORE_FEEDS_ALL, running.now, &running.arena, &feeds, NULL));
	cr_expect_eq(feeds.count, 0);
	store_close(store);
}

Test(subscribing, keeps_the_page_of_an_article_as_its_full_text)
{
	const char *item = arena_cstring(&running.arena,
		arena_printf(&running.arena,
			"<rss version=\"2.0\"><channel><title>P</title><item><title>T"
			"</title><guid>1</guid><link>%s</link><description>Short.</description></item></channel></rss>",
			server_address(running.server, NULL, "/page")));
	struct engine_event event = {0};
	struct store_entry entry = {0};
	struct store *store;

	running_script("/f", item);
	running_script("/page",
		"<!doctype html><html><head><title>T</title></head><body><article><h1>T</h1>"
		"<p>The whole report begins with a first paragraph that is long enough to be one of an article.</p>"
		"<p>And it goes on with a second paragraph, which has some more words about the same matter.</p>"
		"</article></body></html>");
	running_subscribe_path("/f");
	running_refresh(false);
	cr_assert(running_wait(engine_fetch_page(running.engine, 1), EVENT_PAGE_STORED, &event));
	cr_expect_eq(event.article, 1);
	store = running_store();
	cr_assert(store_article_get(store, 1, STORE_CONTENT_BEST, &running.arena, &entry, NULL));
	cr_expect(entry.is_full);
	cr_expect_neq(str_find(entry.article.content.text, STR("second paragraph"), 0), STR_NPOS);
	store_close(store);
	cr_assert(running_wait(engine_fetch_page(running.engine, 99), EVENT_JOB_FAILED, &event));
}

#define PAGE                                                                                                 \
	"<!doctype html><html><head><title>T</title></head><body><article><h1>T</h1><p>The report begins "   \
	"with a first paragraph that is long enough to be one of an article.</p></article></body></html>"

Test(subscribing, asks_for_pages_of_the_host_of_a_feed_as_for_the_feed_and_tells_no_other_host)
{
	const char *here = server_address(running.server, NULL, "/here");
	const char *there = server_address(running.server, "localhost", "/there");
	struct engine_event event = {0};
	int64_t feed = running_subscribe_path("/f");

	running_script("/f",
		arena_cstring(&running.arena,
			arena_printf(&running.arena,
				"<rss version=\"2.0\"><channel><title>P</title><item><title>1</title><link>%s</link>"
				"</item><item><title>2</title><link>%s</link></item></channel></rss>",
				here, there)));
	running_script("/here", PAGE);
	running_script("/there", PAGE);
	cr_assert(running_wait(engine_change_feed(running.engine, feed, STR("headers"), STR("X-Key: secret")),
		EVENT_FEED_CHANGED, &event));
	cr_assert(running_wait(engine_change_feed(running.engine, feed, STR("user-agent"), STR("somebody")),
		EVENT_FEED_CHANGED, &event));
	cr_assert(running_wait(engine_change_feed(running.engine, feed, STR("full-text"), STR("yes")),
		EVENT_FEED_CHANGED, &event));
	running_refresh(false);
	cr_assert_eq(server_request_count(running.server, "/here"), 1);
	cr_assert_eq(server_request_count(running.server, "/there"), 1);
	cr_expect(running_has(server_request(running.server, "/here", 0), "X-Key: secret"));
	cr_expect(running_has(server_request(running.server, "/here", 0), "User-Agent: somebody"));
	cr_expect_not(running_has(server_request(running.server, "/there", 0), "secret"));
	cr_expect_not(running_has(server_request(running.server, "/there", 0), "somebody"));
}
