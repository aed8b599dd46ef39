"""One linked pair of sentences, for the tests of the checks."""

from archive.text.compare.links import Pair, Side


def pair(source, target, *, languages=("ar", "en")):
    """Sentences linked one to one, in order."""
    source = (source,) if isinstance(source, str) else tuple(source)
    target = (target,) if isinstance(target, str) else tuple(target)
    links = tuple(((index,), (index,)) for index in range(min(len(source), len(target))))
    return Pair(Side(languages[0], source), Side(languages[1], target), links)


def facts(findings, *, shown=True):
    return [(str(one.kind), one.expected, one.found) for one in findings if one.shown or not shown]
