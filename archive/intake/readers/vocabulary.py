"""The words of HTML and of the people who write it: elements, and names given to classes and ids.

Data only: the HTML standard's elements, and names common in the themes of WordPress and its kin,
from experience and not from a survey. What each word means for a line is decided in ``dom``, ``regions`` and ``html``.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INVISIBLE: Final = _words(
    "script style noscript template head svg math iframe object canvas audio video select datalist map"
)
"""Elements whose content no reader of a saved page sees as text."""

BLOCKS: Final = _words(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p "
    "pre search section summary table tbody td textarea tfoot th thead tr ul"
)
"""Elements that begin and end a line."""

UNNESTED: Final = _words(
    "area base br col embed hr img input link meta source track wbr p li dt dd option optgroup thead "
    "tbody tfoot tr td th rt rp colgroup caption html head body"
)
"""HTML §13.1.2: void elements and those whose end tag may be left out never nest by being unclosed."""

STANDFIRST: Final = _words(
    "standfirst excerpt lead lede subtitle subheadline sub-headline subheading deck dek summary intro "
    "teaser description articlesummary"
)
BYLINE: Final = _words("byline author writer post-author entry-author كاتب الكاتب")
DATE: Final = _words("time date published post-date entry-date publish-date pubdate datepublished تاريخ")
CAPTION: Final = _words("wp-caption-text caption image-caption")
HEADLINE: Final = _words("headline entry-title post-title article-title page-title")

REGION_OF_TAG: Final = {
    "nav": "menu",
    "form": "form",
    "button": "form",
    "textarea": "form",
    "option": "form",
    "footer": "site footer",
    "aside": "aside",
    "dialog": "cookie notice",
}

REGION_NAMES: Final = {  # the most telling first: a line takes the first region that one of its names belongs to
    "comments": _words("comments comment commentlist respond disqus comment-form comments-area تعليقات"),
    "cookie notice": _words("cookie cookies gdpr consent cookie-notice"),
    "newsletter": _words("newsletter subscribe signup mailchimp subscription"),
    "advertisement": _words("ad ads advert advertisement adsbygoogle sponsor sponsored promo"),
    "share bar": _words(
        "share sharing sharedaddy social socials addtoany addthis share-bar sharebar social-links followus follow"
    ),
    "link to another article": _words(
        "related relatedposts related-posts recommended recommendations popular most-read trending "
        "morestories more-stories read-more readmore read-also readalso latest also"
    ),
    "tags": _words("tags taglist tag-list tagcloud post-tags entry-tags keywords cat-links tags-links وسوم"),
    "menu": _words(
        "menu nav navbar navigation breadcrumb breadcrumbs docnav pagination pager submenu skip-link skip "
        "language-switcher"
    ),
    "sidebar": _words("sidebar widget widgets widget-area aside secondary"),
    "site footer": _words("footer colophon copyright site-footer page-footer foot"),
    "site header": _words("masthead site-header branding site-branding logo banner topbar site-title sitename"),
    "form": _words("search searchform search-form"),
}
