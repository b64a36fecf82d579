#include "dateline/base/eight.h"
#include "dateline/markup/html.h"
#include "html_tokens.h"

#include <string.h>

#define BLOCK (HTML_IS_BLOCK | HTML_ENDS_P)
#define PART (HTML_IS_BLOCK | HTML_IS_TABLE_PART)

const struct html_element html_elements[HTML_TAG_COUNT] = {
	[HTML_UNKNOWN] = {"", 0},
	[HTML_A] = {"a", 0},
	[HTML_ABBR] = {"abbr", 0},
	[HTML_ADDRESS] = {"address", BLOCK},
	[HTML_AMP_IMG] = {"amp-img", 0},
	[HTML_AREA] = {"area", HTML_IS_VOID},
	[HTML_ARTICLE] = {"article", BLOCK},
	[HTML_ASIDE] = {"aside", BLOCK},
	[HTML_AUDIO] = {"audio", 0},
	[HTML_B] = {"b", 0},
	[HTML_BASE] = {"base", HTML_IS_VOID | HTML_IS_HEAD},
	[HTML_BIG] = {"big", 0},
	[HTML_BLOCKQUOTE] = {"blockquote", BLOCK},
	[HTML_BODY] = {"body", HTML_IS_BLOCK},
	[HTML_BR] = {"br", HTML_IS_VOID},
	[HTML_BUTTON] = {"button", HTML_IS_SCOPE},
	[HTML_CANVAS] = {"canvas", 0},
	[HTML_CAPTION] = {"caption", PART | HTML_IS_SCOPE},
	[HTML_CENTER] = {"center", BLOCK},
	[HTML_CITE] = {"cite", 0},
	[HTML_CODE] = {"code", 0},
	[HTML_COL] = {"col", HTML_IS_VOID},
	[HTML_COLGROUP] = {"colgroup", PART},
	[HTML_DATALIST] = {"datalist", 0},
	[HTML_DD] = {"dd", BLOCK},
	[HTML_DEL] = {"del", 0},
	[HTML_DETAILS] = {"details", BLOCK},
	[HTML_DFN] = {"dfn", 0},
	[HTML_DIALOG] = {"dialog", BLOCK},
	[HTML_DIR] = {"dir", BLOCK},
	[HTML_DIV] = {"div", BLOCK},
	[HTML_DL] = {"dl", BLOCK},
	[HTML_DT] = {"dt", BLOCK},
	[HTML_EM] = {"em", 0},
	[HTML_EMBED] = {"embed", HTML_IS_VOID},
	[HTML_FIELDSET] = {"fieldset", BLOCK},
	[HTML_FIGCAPTION] = {"figcaption", BLOCK},
	[HTML_FIGURE] = {"figure", BLOCK},
	[HTML_FONT] = {"font", 0},
	[HTML_FOOTER] = {"footer", BLOCK},
	[HTML_FORM] = {"form", BLOCK},
	[HTML_FRAME] = {"frame", HTML_IS_VOID},
	[HTML_FRAMESET] = {"frameset", HTML_IS_BLOCK},
	[HTML_H1] = {"h1", BLOCK},
	[HTML_H2] = {"h2", BLOCK},
	[HTML_H3] = {"h3", BLOCK},
	[HTML_H4] = {"h4", BLOCK},
	[HTML_H5] = {"h5", BLOCK},
	[HTML_H6] = {"h6", BLOCK},
	[HTML_HEAD] = {"head", HTML_IS_BLOCK},
	[HTML_HEADER] = {"header", BLOCK},
	[HTML_HGROUP] = {"hgroup", BLOCK},
	[HTML_HR] = {"hr", HTML_IS_VOID | BLOCK},
	[HTML_HTML] = {"html", HTML_IS_BLOCK},
	[HTML_I] = {"i", 0},
	[HTML_IFRAME] = {"iframe", HTML_IS_RAW},
	[HTML_IMG] = {"img", HTML_IS_VOID},
	[HTML_INPUT] = {"input", HTML_IS_VOID},
	[HTML_INS] = {"ins", 0},
	[HTML_KBD] = {"kbd", 0},
	[HTML_LABEL] = {"label", 0},
	[HTML_LEGEND] = {"legend", HTML_IS_BLOCK},
	[HTML_LI] = {"li", BLOCK},
	[HTML_LINK] = {"link", HTML_IS_VOID | HTML_IS_HEAD},
	[HTML_MAIN] = {"main", BLOCK},
	[HTML_MAP] = {"map", 0},
	[HTML_MARK] = {"mark", 0},
	[HTML_MARQUEE] = {"marquee", HTML_IS_BLOCK | HTML_IS_SCOPE},
	[HTML_MATH] = {"math", 0},
	[HTML_MENU] = {"menu", BLOCK},
	[HTML_META] = {"meta", HTML_IS_VOID | HTML_IS_HEAD},
	[HTML_METER] = {"meter", 0},
	[HTML_NAV] = {"nav", BLOCK},
	[HTML_NOEMBED] = {"noembed", HTML_IS_RAW},
	[HTML_NOFRAMES] = {"noframes", HTML_IS_RAW | HTML_IS_HEAD},
	[HTML_NOSCRIPT] = {"noscript", HTML_IS_HEAD},
	[HTML_OBJECT] = {"object", HTML_IS_SCOPE},
	[HTML_OL] = {"ol", BLOCK},
	[HTML_OPTGROUP] = {"optgroup", HTML_IS_BLOCK},
	[HTML_OPTION] = {"option", HTML_IS_BLOCK},
	[HTML_OUTPUT] = {"output", 0},
	[HTML_P] = {"p", BLOCK},
	[HTML_PARAM] = {"param", HTML_IS_VOID},
	[HTML_PICTURE] = {"picture", 0},
	[HTML_PRE] = {"pre", BLOCK},
	[HTML_PROGRESS] = {"progress", 0},
	[HTML_Q] = {"q", 0},
	[HTML_RP] = {"rp", 0},
	[HTML_RT] = {"rt", 0},
	[HTML_RUBY] = {"ruby", 0},
	[HTML_S] = {"s", 0},
	[HTML_SAMP] = {"samp", 0},
	[HTML_SCRIPT] = {"script", HTML_IS_RAW | HTML_IS_HEAD},
	[HTML_SEARCH] = {"search", BLOCK},
	[HTML_SECTION] = {"section", BLOCK},
	[HTML_SELECT] = {"select", 0},
	[HTML_SMALL] = {"small", 0},
	[HTML_SOURCE] = {"source", HTML_IS_VOID},
	[HTML_SPAN] = {"span", 0},
	[HTML_STRIKE] = {"strike", 0},
	[HTML_STRONG] = {"strong", 0},
	[HTML_STYLE] = {"style", HTML_IS_RAW | HTML_IS_HEAD},
	[HTML_SUB] = {"sub", 0},
	[HTML_SUMMARY] = {"summary", BLOCK},
	[HTML_SUP] = {"sup", 0},
	[HTML_SVG] = {"svg", HTML_IS_SCOPE},
	[HTML_TABLE] = {"table", BLOCK | HTML_IS_SCOPE},
	[HTML_TBODY] = {"tbody", PART},
	[HTML_TD] = {"td", PART | HTML_IS_SCOPE},
	[HTML_TEMPLATE] = {"template", HTML_IS_SCOPE | HTML_IS_HEAD},
	[HTML_TEXTAREA] = {"textarea", HTML_IS_RAW},
	[HTML_TFOOT] = {"tfoot", PART},
	[HTML_TH] = {"th", PART | HTML_IS_SCOPE},
	[HTML_THEAD] = {"thead", PART},
	[HTML_TIME] = {"time", 0},
	[HTML_TITLE] = {"title", HTML_IS_RAW | HTML_IS_HEAD},
	[HTML_TR] = {"tr", PART},
	[HTML_TRACK] = {"track", HTML_IS_VOID},
	[HTML_TT] = {"tt", 0},
	[HTML_U] = {"u", 0},
	[HTML_UL] = {"ul", BLOCK},
	[HTML_VAR] = {"var", 0},
	[HTML_VIDEO] = {"video", 0},
	[HTML_WBR] = {"wbr", HTML_IS_VOID},
	[HTML_XMP] = {"xmp", HTML_IS_RAW | BLOCK},
};

/* The elements that begin with each letter. */
static const struct {
	uint8_t first, last;
} by_letter[26] = {
	{HTML_A, HTML_AUDIO},
	{HTML_B, HTML_BUTTON},
	{HTML_CANVAS, HTML_COLGROUP},
	{HTML_DATALIST, HTML_DT},
	{HTML_EM, HTML_EMBED},
	{HTML_FIELDSET, HTML_FRAMESET},
	{1, 0},
	{HTML_H1, HTML_HTML},
	{HTML_I, HTML_INS},
	{1, 0},
	{HTML_KBD, HTML_KBD},
	{HTML_LABEL, HTML_LINK},
	{HTML_MAIN, HTML_METER},
	{HTML_NAV, HTML_NOSCRIPT},
	{HTML_OBJECT, HTML_OUTPUT},
	{HTML_P, HTML_PROGRESS},
	{HTML_Q, HTML_Q},
	{HTML_RP, HTML_RUBY},
	{HTML_S, HTML_SVG},
	{HTML_TABLE, HTML_TT},
	{HTML_U, HTML_UL},
	{HTML_VAR, HTML_VIDEO},
	{HTML_WBR, HTML_WBR},
	{HTML_XMP, HTML_XMP},
	{1, 0},
	{1, 0},
};

enum html_tag html_tag_find_by(uint64_t front, struct str name)
{
	unsigned letter = (unsigned)(front & 0xff) - (unsigned)'a';

	if (letter >= 26 || name.length > HTML_TAG_NAME_MOST)
		return HTML_UNKNOWN;
	for (unsigned tag = by_letter[letter].first; tag <= by_letter[letter].last; tag++) {
		const char *known = html_elements[tag].name;

		if (eight_at((struct str){known, 8}, 0) == front && known[name.length - 1] != '\0' &&
			known[name.length] == '\0' &&
			(name.length <= 8 || memcmp(known + 8, name.data + 8, name.length - 8) == 0))
			return (enum html_tag)tag;
	}
	return HTML_UNKNOWN;
}

enum html_tag html_tag_find(struct str name)
{
	return html_tag_find_by(eight_at(name, 0), name);
}

enum html_tag html_tag_of(const struct node *node)
{
	if (node->kind != NODE_ELEMENT)
		return HTML_UNKNOWN;
	if (node->tag || (node->ns != NS_XHTML && node->ns != NS_NONE))
		return (enum html_tag)node->tag;
	return html_tag_find(node->name);
}
