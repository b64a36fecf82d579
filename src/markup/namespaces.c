#include "namespaces.h"

struct address_row {
	struct str address; /* without scheme, "www." and what follows the last letter or digit; lower case */
	enum namespace ns;
};

/* Sources: the specifications of each module, and the addresses of feeds in the wild that differ from them.
 */
static const struct address_row addresses[] = {
	{STR_INIT("w3.org/2005/atom"), NS_ATOM},
	{STR_INIT("purl.org/atom/ns"), NS_ATOM_03},
	{STR_INIT("example.com/newformat"), NS_ATOM_03}, /* drafts of Atom before it had a name */
	{STR_INIT("example.com/necho"), NS_ATOM_03},
	{STR_INIT("purl.org/echo"), NS_ATOM_03},
	{STR_INIT("uri/of/echo/namespace"), NS_ATOM_03},
	{STR_INIT("purl.org/pie"), NS_ATOM_03},
	{STR_INIT("w3.org/1999/02/22-rdf-syntax-ns"), NS_RDF},
	{STR_INIT("purl.org/rss/1.0"), NS_RSS},
	{STR_INIT("my.netscape.com/rdf/simple/0.9"), NS_RSS_090},
	{STR_INIT("channel.netscape.com/rdf/simple/0.9"), NS_RSS_090},
	{STR_INIT("backend.userland.com/rss"), NS_RSS},
	{STR_INIT("backend.userland.com/rss091"), NS_RSS},
	{STR_INIT("backend.userland.com/rss092"), NS_RSS},
	{STR_INIT("backend.userland.com/rss2"), NS_RSS},
	{STR_INIT("blogs.law.harvard.edu/tech/rss"), NS_RSS},
	{STR_INIT("cyber.law.harvard.edu/rss"), NS_RSS},
	{STR_INIT("purl.org/net/rss1.1"), NS_RSS},
	{STR_INIT("purl.org/rss/2.0"), NS_RSS},
	{STR_INIT("rssboard.org/rss-2-0"), NS_RSS},
	{STR_INIT("rssboard.org/rss-specification"), NS_RSS},
	{STR_INIT("cyber.law.harvard.edu/rss/rss.html"), NS_RSS},
	{STR_INIT("backend.userland.com/rss093"), NS_RSS},
	{STR_INIT("backend.userland.com/rss094"), NS_RSS},
	{STR_INIT("media.tangent.org/rss/1.0"), NS_RSS},
	{STR_INIT("purl.org/rss/1.0/modules/content"), NS_CONTENT},
	{STR_INIT("purl.org/dc/elements/1.1"), NS_DC},
	{STR_INIT("purl.org/dc/elements/1.0"), NS_DC},
	{STR_INIT("purl.org/metadata/dublin_core"), NS_DC},
	{STR_INIT("purl.org/dc/terms"), NS_DCTERMS},
	{STR_INIT("search.yahoo.com/mrss"), NS_MEDIA},
	{STR_INIT("search.yahoo.com/rss"), NS_MEDIA},
	{STR_INIT("rssboard.org/media-rss"), NS_MEDIA},
	{STR_INIT("video.search.yahoo.com/mrss"), NS_MEDIA},
	{STR_INIT("tools.search.yahoo.com/mrss"), NS_MEDIA},
	{STR_INIT("search.yahoo.com/searchmonkey/media"), NS_MEDIA},
	{STR_INIT("itunes.com/dtds/podcast-1.0.dtd"), NS_ITUNES},
	{STR_INIT("itunes.apple.com/dtds/podcast-1.0.dtd"), NS_ITUNES},
	{STR_INIT("example.com/dtds/podcast-1.0.dtd"), NS_ITUNES},
	{STR_INIT("itunes.com/dtds/podcast-1.0"), NS_ITUNES},
	{STR_INIT("itunes.com/dtds/podcast"), NS_ITUNES},
	{STR_INIT("google.com/schemas/play-podcasts/1.0"), NS_ITUNES}, /* the same elements */
	{STR_INIT("podcastindex.org/namespace/1.0"), NS_PODCAST},
	{STR_INIT("github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"), NS_PODCAST},
	{STR_INIT("purl.org/rss/1.0/modules/slash"), NS_SLASH},
	{STR_INIT("wellformedweb.org/commentapi"), NS_WFW},
	{STR_INIT("rssnamespace.org/feedburner/ext/1.0"), NS_FEEDBURNER},
	{STR_INIT("feedburner.com/ext/1.0"), NS_FEEDBURNER},
	{STR_INIT("purl.org/rss/1.0/modules/syndication"), NS_SYNDICATION},
	{STR_INIT("purl.org/syndication/thread/1.0"), NS_THREAD},
	{STR_INIT("webns.net/mvcb"), NS_ADMIN},
	{STR_INIT("purl.oclc.org/net/rss_2.0/enc"), NS_ENCLOSURE},
	{STR_INIT("webfeeds.org/rss/1.0"), NS_WEBFEEDS},
	{STR_INIT("prismstandard.org/namespaces/basic/2.0"), NS_PRISM},
	{STR_INIT("prismstandard.org/namespaces/basic/1.0"), NS_PRISM},
	{STR_INIT("prismstandard.org/namespaces/1.2/basic"), NS_PRISM},
	{STR_INIT("w3.org/1999/xhtml"), NS_XHTML},
	{STR_INIT("w3.org/tr/xhtml1"), NS_XHTML},
	{STR_INIT("w3.org/2000/svg"), NS_SVG},
	{STR_INIT("w3.org/1998/math/mathml"), NS_MATHML},
	{STR_INIT("w3.org/xml/1998/namespace"), NS_XML},
};

struct prefix_row {
	struct str prefix;
	enum namespace ns;
};

static const struct prefix_row prefixes[] = {
	{STR_INIT("atom"), NS_ATOM},
	{STR_INIT("atom10"), NS_ATOM},
	{STR_INIT("a10"), NS_ATOM},
	{STR_INIT("rdf"), NS_RDF},
	{STR_INIT("rss"), NS_RSS},
	{STR_INIT("content"), NS_CONTENT},
	{STR_INIT("dc"), NS_DC},
	{STR_INIT("dcterms"), NS_DCTERMS},
	{STR_INIT("media"), NS_MEDIA},
	{STR_INIT("itunes"), NS_ITUNES},
	{STR_INIT("podcast"), NS_PODCAST},
	{STR_INIT("googleplay"), NS_ITUNES},
	{STR_INIT("slash"), NS_SLASH},
	{STR_INIT("wfw"), NS_WFW},
	{STR_INIT("feedburner"), NS_FEEDBURNER},
	{STR_INIT("sy"), NS_SYNDICATION},
	{STR_INIT("thr"), NS_THREAD},
	{STR_INIT("admin"), NS_ADMIN},
	{STR_INIT("enc"), NS_ENCLOSURE},
	{STR_INIT("webfeeds"), NS_WEBFEEDS},
	{STR_INIT("prism"), NS_PRISM},
	{STR_INIT("xhtml"), NS_XHTML},
	{STR_INIT("svg"), NS_SVG},
	{STR_INIT("xml"), NS_XML},
};

static struct str drop_prefix(struct str s, struct str prefix)
{
	return str_starts_with_nocase(s, prefix) ? str_from_offset(s, prefix.length) : s;
}

enum namespace namespace_of_address(struct str address)
{
	address = str_trim(address);
	if (address.length == 0)
		return NS_NONE;
	address = drop_prefix(address, STR("https://"));
	address = drop_prefix(address, STR("http://"));
	address = drop_prefix(address, STR("www."));
	while (address.length && !ascii_is_alnum(address.data[address.length - 1]))
		address.length--;
	for (size_t i = 0; i < COUNT_OF(addresses); i++)
		if (str_equal_nocase(addresses[i].address, address))
			return addresses[i].ns;
	return NS_OTHER;
}

enum namespace namespace_of_prefix(struct str prefix)
{
	for (size_t i = 0; i < COUNT_OF(prefixes); i++)
		if (str_equal_nocase(prefixes[i].prefix, prefix))
			return prefixes[i].ns;
	return NS_OTHER;
}
