"""Names written into a file that people edit too: comments and order stay, or nothing is written."""

from __future__ import annotations

import pytest

from archive.errors import BadFile
from search.names.editing import added, entry_id, replaced, without
from search.names.gazetteer import Entry, read

RAQQA = Entry(("الرقة",), ("Raqqa", "Rakka"))
SEBT = Entry(("سبت",), ('Se"bt\\',), "people")
BY_HAND = """# ours, by hand

# the town
[[name]]
kind = "place"
arabic = ["الدور"]   # as printed
latin = ["Dour"]
# end of the town

# the family
  [[ name ]]  # two spellings
kind = "person"
latin = [
  "Murad",
  "Mourad",
]
arabic = ["مراد"]
# the end
"""


def test_what_is_added_is_read_again() -> None:
    """At the end, whatever signs it has; with or without a last line break before."""
    for content in ("", "# ours", BY_HAND, BY_HAND.rstrip("\n")):
        made = added(added(content, RAQQA), SEBT)
        assert read(made).entries[-2:] == (RAQQA, SEBT)
        assert made.startswith(content)


def test_comments_stay_around_what_changes() -> None:
    """Only the lines of the table go, from its header to its last line."""
    dour, murad = read(BY_HAND).entries
    changed = replaced(BY_HAND, entry_id(dour), RAQQA)
    assert read(changed).entries == (RAQQA, murad)
    assert changed.startswith("# ours, by hand\n\n# the town\n[[name]]\n")
    assert "# end of the town\n\n# the family\n  [[ name ]]  # two spellings\n" in changed
    left = without(BY_HAND, {entry_id(murad)})
    assert read(left).entries == (dour,)
    assert all(words in left for words in ("# ours, by hand", "# as printed", "# the family", "# the end"))
    assert read(without(BY_HAND, {entry_id(dour), entry_id(murad)})).entries == ()


def test_line_ends_of_other_systems_stay() -> None:
    """A file with CR LF is still one."""
    content = BY_HAND.replace("\n", "\r\n")
    dour = read(content).entries[0]
    assert "\r\n# the family\r\n" in without(content, {entry_id(dour)})
    assert read(replaced(content, entry_id(dour), SEBT)).entries[0] == SEBT


@pytest.mark.parametrize(
    "content",
    [
        'name = [{kind = "place", arabic = ["سبت"], latin = ["Sebt"]}]\n',
        '[[name]]\nkind = "place"\narabic = ["سبت"]\nlatin = ["Sebt", """x\n[[name]]\n"""]\n',
    ],
)
def test_what_cannot_be_cut_safely_is_left_to_people(content: str) -> None:
    """Names in another shape of TOML, or a header inside a text."""
    entry = read(content).entries[0]
    with pytest.raises(BadFile, match="by hand"):
        without(content, {entry_id(entry)})


def test_an_id_says_all_that_the_entry_says() -> None:
    """Another kind, order or spelling is another id."""
    others = [Entry(RAQQA.arabic, RAQQA.latin, "person"), Entry(RAQQA.arabic, RAQQA.latin[::-1]), SEBT]
    assert len({entry_id(one) for one in (RAQQA, *others)}) == 4
    assert entry_id(RAQQA) == entry_id(Entry(("الرقة",), ("Raqqa", "Rakka")))
