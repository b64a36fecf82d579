/* claims.h - what a page says of its article in each place, weighed: the strongest plausible claim wins */
#ifndef DATELINE_BODY_CLAIMS_H
#define DATELINE_BODY_CLAIMS_H

#include "body/elements.h"
#include "dateline/article/article.h"
#include "dateline/base/buffer.h"
#include "dateline/body/siterules.h"

enum page_field {
	PAGE_TITLE,
	PAGE_AUTHOR,
	PAGE_PUBLISHED,
	PAGE_UPDATED,
	PAGE_STANDFIRST,
	PAGE_IMAGE,
	PAGE_LANGUAGE,
	PAGE_TAG,
	PAGE_CATEGORY,
	PAGE_SITE,
	PAGE_LINK,
	PAGE_COMMENTS,
	PAGE_NEXT,
	PAGE_FIELD_COUNT,
};

struct claim {
	struct str value;   /* as the page has it, not yet cleaned */
	const char *source; /* for people: "og:title", "JSON-LD headline" */
	int weight;         /* how often such a claim is right, in per cent */
	uint32_t element;   /* where it stands in the body of the page; 0 elsewhere */
};

struct json;

struct claim_list {
	struct claim *items;
	size_t count, capacity;
};

/* A page that is being read. */
struct page {
	struct str html; /* its source */
	struct str base; /* what links are resolved against */
	struct node *top;
	struct arena *arena; /* of the article */
	struct arena *scratch;
	struct element_list elements;
	struct claim_list claims[PAGE_FIELD_COUNT];
	struct feed_link_list feeds;
	struct str document_title; /* of the title element */
	struct str article_text;   /* JSON-LD articleBody */
	const struct json *script; /* the JSON-LD that is being read */
	int references_followed;   /* in it, of the whole page */
	bool is_told;              /* the body was taken from there */
	bool has_base;             /* the document has named its base */
	struct site_rules rules;   /* the reader's own for this host */
	uint32_t title;            /* the heading that is the title, or NO_ELEMENT */
	uint32_t body;             /* the element that holds the body */
	uint32_t first_paragraph; /* of the body: what stands between it and the title is about the article */
	uint32_t behind;          /* the end of what stands right behind the body */
	struct buffer *explanation; /* NULL when nobody asks */
};

/* Empty values make no claim. */
void claims_add(struct page *page, enum page_field field, struct str value, const char *source, int weight);

void claims_add_at(struct page *page, enum page_field field, struct str value, const char *source, int weight,
	uint32_t element);

/* The strongest claim, the first one of equals; NULL when there is none. */
const struct claim *claims_best(const struct page *page, enum page_field field);

/* One line of the reasoning. */
void page_explain(struct page *page, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* All claims on a field and which one was taken. */
void claims_explain(struct page *page, enum page_field field, struct str taken);

#endif
