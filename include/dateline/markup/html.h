/* html.h - the elements of HTML that a reader knows, and what kind of thing each is */
#ifndef DATELINE_MARKUP_HTML_H
#define DATELINE_MARKUP_HTML_H

#include "dateline/base/limits.h"
#include "dateline/markup/node.h"

/* In alphabetical order within a first letter: html_tag_find goes by it. */
enum html_tag {
	HTML_UNKNOWN,
	HTML_A,
	HTML_ABBR,
	HTML_ADDRESS,
	HTML_AMP_IMG,
	HTML_AREA,
	HTML_ARTICLE,
	HTML_ASIDE,
	HTML_AUDIO,
	HTML_B,
	HTML_BASE,
	HTML_BIG,
	HTML_BLOCKQUOTE,
	HTML_BODY,
	HTML_BR,
	HTML_BUTTON,
	HTML_CANVAS,
	HTML_CAPTION,
	HTML_CENTER,
	HTML_CITE,
	HTML_CODE,
	HTML_COL,
	HTML_COLGROUP,
	HTML_DATALIST,
	HTML_DD,
	HTML_DEL,
	HTML_DETAILS,
	HTML_DFN,
	HTML_DIALOG,
	HTML_DIR,
	HTML_DIV,
	HTML_DL,
	HTML_DT,
	HTML_EM,
	HTML_EMBED,
	HTML_FIELDSET,
	HTML_FIGCAPTION,
	HTML_FIGURE,
	HTML_FONT,
	HTML_FOOTER,
	HTML_FORM,
	HTML_FRAME,
	HTML_FRAMESET,
	HTML_H1,
	HTML_H2,
	HTML_H3,
	HTML_H4,
	HTML_H5,
	HTML_H6,
	HTML_HEAD,
	HTML_HEADER,
	HTML_HGROUP,
	HTML_HR,
	HTML_HTML,
	HTML_I,
	HTML_IFRAME,
	HTML_IMG,
	HTML_INPUT,
	HTML_INS,
	HTML_KBD,
	HTML_LABEL,
	HTML_LEGEND,
	HTML_LI,
	HTML_LINK,
	HTML_MAIN,
	HTML_MAP,
	HTML_MARK,
	HTML_MARQUEE,
	HTML_MATH,
	HTML_MENU,
	HTML_META,
	HTML_METER,
	HTML_NAV,
	HTML_NOEMBED,
	HTML_NOFRAMES,
	HTML_NOSCRIPT,
	HTML_OBJECT,
	HTML_OL,
	HTML_OPTGROUP,
	HTML_OPTION,
	HTML_OUTPUT,
	HTML_P,
	HTML_PARAM,
	HTML_PICTURE,
	HTML_PRE,
	HTML_PROGRESS,
	HTML_Q,
	HTML_RP,
	HTML_RT,
	HTML_RUBY,
	HTML_S,
	HTML_SAMP,
	HTML_SCRIPT,
	HTML_SEARCH,
	HTML_SECTION,
	HTML_SELECT,
	HTML_SMALL,
	HTML_SOURCE,
	HTML_SPAN,
	HTML_STRIKE,
	HTML_STRONG,
	HTML_STYLE,
	HTML_SUB,
	HTML_SUMMARY,
	HTML_SUP,
	HTML_SVG,
	HTML_TABLE,
	HTML_TBODY,
	HTML_TD,
	HTML_TEMPLATE,
	HTML_TEXTAREA,
	HTML_TFOOT,
	HTML_TH,
	HTML_THEAD,
	HTML_TIME,
	HTML_TITLE,
	HTML_TR,
	HTML_TRACK,
	HTML_TT,
	HTML_U,
	HTML_UL,
	HTML_VAR,
	HTML_VIDEO,
	HTML_WBR,
	HTML_XMP,
	HTML_TAG_COUNT,
};

enum html_flag {
	HTML_IS_VOID = 1,        /* has no content and no end tag */
	HTML_IS_RAW = 2,         /* its content is text up to its end tag */
	HTML_IS_BLOCK = 4,       /* starts and ends a line */
	HTML_ENDS_P = 8,         /* its start ends an open paragraph */
	HTML_IS_SCOPE = 16,      /* end tags inside it do not reach outside */
	HTML_IS_HEAD = 32,       /* may stand in head */
	HTML_IS_TABLE_PART = 64, /* tr, td and their kin: their scope is the table */
};

#define HTML_TAG_NAME_MOST 10 /* "blockquote" */

struct html_element {
	char name[HTML_TAG_NAME_MOST +
		  2]; /* any letter of the longest name may be looked at, also of shorter ones */
	unsigned flags;
};

extern const struct html_element html_elements[HTML_TAG_COUNT];

enum html_tag html_tag_find(struct str name); /* name in lower case */

/* The element that a node of HTML or of XHTML is; HTML_UNKNOWN for text and for elements of other
 * languages. */
enum html_tag html_tag_of(const struct node *node);

static inline bool html_is_heading(enum html_tag tag)
{
	return tag >= HTML_H1 && tag <= HTML_H6;
}

#endif
