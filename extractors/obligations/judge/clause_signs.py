"""What can be seen of a clause that tells whether it asks for something: the judge's signs.

Each sign is a short string that a person can read in the table of weights beside the program:
    w:WORD, 1:WORD 2:WORD 3:WORD    a word of the clause; its first three words
    b:WORD_WORD                     two words that follow each other
    c:CLASS_CLASS, does:WORD        classes of the first words; its first word of doing
    -1:WORD, +1:WORD                the words before and after the clause
    ask:WORD, far:N, if             the last word of asking before its end, how long ago, หาก since
    open:WORD, over                 the paragraph's first word; whether นั้น ended what it recalls
    under:WORD, mark                the word of asking of the paragraph it is listed under; numbered
    kind:KIND, rule:…               the kind of paper; what the rules found here, and around
    verb:ACTION                     only of what is asked: what the table of verbs holds of it
    like:FAMILY, +like:FAMILY       see `clause_likeness`, here and behind; pairs, of what is asked
    begins:LETTERS                  its first letters, which tell something of words never seen
    length:N, nth:N, left:N         how long it is, how many clauses stand before it and behind
    within:N:N, of:N, closes        the same of its paragraph; how many those are; it is the last

The table of verbs is no sign of whether something is asked: on a paper never seen it knows fewer of
the verbs than on those which it was written on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from extractors.obligations.judge.asked_clauses import AskedClause, Told
from extractors.obligations.judge.clause_judge import ALWAYS
from extractors.obligations.judge.clause_likeness import likeness
from extractors.obligations.verbs import find_verbs
from extractors.record import Kind
from extractors.text.clauses import Paragraph
from extractors.text.listing import announces_list
from extractors.text.segment import segment, word_class

_ASKS = re.compile(
    r"ขอให้|ขอความ(?:ร่วมมือ|กรุณา|อนุเคราะห์)|เชิญ|ขอได้โปรด|โปรด(?!เกล้า|กระหม่อม)|(?<!ความ)(?<!พระ)กรุณา|จึงให้|(?:^|\s|และ|โดย|แล้ว)ให้"
    r"|รบกวน|ขอแรง|ขอ(?=ท่าน|จังหวัด|อำเภอ)|ขอ(?:รับ)?ทราบ|พึง|ห้าม|ต้อง|เห็น(?:สม)?ควร|ได้รับแจ้ง|แจ้งว่า|ขอส่ง|ขอแจ้ง|จึงเรียนมา|จึงแจ้ง|จึงประกาศ|ที่ประชุม|มอบหมายให้|กำหนดให้|เพื่อให้|ขอรับ|ขอ(?=อนุญาต|อนุมัติ|รายงาน)"
)
_IF = re.compile(r"หาก|ถ้า|กรณี|ผู้ใด|ประสงค์จะ")
_NUMBER = re.compile(r"[\d๐-๙][\d๐-๙,./:-]*")
_UNTIL = re.compile(r"ภายใน|ไม่เกิน|ก่อนวัน|อย่างช้า|ไม่ช้ากว่า|จนถึงวัน")
_DAY = re.compile(r"วัน[ก-๎]*ที่\s*[\d๐-๙]")
_HOUR = re.compile(r"[\d๐-๙]{1,2}[.:][\d๐-๙]{2}\s*(?:น\.|นาฬิกา)")
_OFTEN = re.compile(r"ทุก(?:ๆ|\s)*(?:วัน|เดือน|ไตรมาส|ปี|สัปดาห์)|ราย(?:เดือน|ไตรมาส|ปี)|เดือนละ|ปีละ")

_OF_ACTION = ("w:", "b:", "1:", "2:", "does", "time", "+time", "ask:", "kind:", "under", "before:")
_OF_THE_NEXT = ("w:", "does:")
_BEGUN = (3, 4, 5, 6, 8)  # letters of the beginning of a clause: of words never seen, too
_LOOKED_BEHIND = 3  # clauses behind one that may say what it asks
_RHYTHMS = ("like:recurs", "like:rhythm")


def signs_of(
    clauses: Sequence[AskedClause], body: Sequence[Paragraph], told: Sequence[Told], kind: Kind
) -> list[list[str]]:
    """The signs of each clause; `told` are the duties that the rules found."""
    words = [words_of(clause.text) for clause in clauses]
    under = _listed_under(body)
    starts = {clause.place: place for place, clause in reversed([*enumerate(clauses)])}
    ends = {clause.place: place + 1 for place, clause in enumerate(clauses)}
    found: list[list[str]] = []
    ask, far, supposed = "", 0, False
    for place, clause in enumerate(clauses):
        first = place == 0 or clauses[place - 1].place != clause.place
        last = place + 1 == len(clauses) or clauses[place + 1].place != clause.place
        if first:
            ask, far, supposed = "", 0, False
        if asked := list(_ASKS.finditer(clause.text)):
            ask, far = asked[-1][0].strip(), 0
            supposed = _IF.search(clause.text, asked[-1].end()) is not None
        supposed = supposed or _IF.search(clause.text) is not None
        signs = list(_of_words(words[place]))
        signs += [f"-1:{word}" for word in (words[place - 1][-2:] if not first else ("^",))]
        signs += [f"+1:{word}" for word in (words[place + 1][:2] if not last else ("$",))]
        item = body[clause.place]
        opened = words_of(item.text[:20])[:1] or ("",)
        signs += [
            f"ask:{ask}",
            f"far:{min(far, 4)}",
            f"ask:{ask}:{min(far, 2)}",
            f"open:{opened[0]}",
        ]
        signs += ["if"] if supposed else []
        recalled = re.search(r"(?<!ดัง)นั้?น(?:\s|$)", item.passage.text[: clause.end]) is not None
        signs += ["over"] if recalled else []
        signs += [f"open:{opened[0]}:{ask}:{recalled}", f"kind:{kind}", f"kind:{kind}:{ask}"]
        signs += [f"under:{under[clause.place]}"] if under[clause.place] else []
        if item.marker is not None:
            signs += ["mark", f"mark:{first}:{under[clause.place]}"]
        signs += _times(clause.text)
        where = "first" if first else "last" if last else "amid"
        signs += [where, f"third:{3 * clause.place // max(1, len(body))}"]
        signs += _of_place(clause.text.strip(), place, len(clauses))
        before, behind = place - starts[clause.place], ends[clause.place] - 1 - place
        signs += [f"within:{min(4, before)}:{min(4, behind)}", f"of:{min(4, len(body))}"]
        signs += ["closes"] if clause.place + 1 == len(body) else []
        signs += likeness(clause.text)
        signs += [f"+{family}" for family in likeness(clauses[place + 1].text)] if not last else []
        signs += [f"+{sign}" for sign in _times(clauses[place + 1].text)] if not last else []
        signs += _of_rules(place, told, ask)
        found.append(signs)
        far += 1
    return found


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words, each number as #, without spaces."""
    return tuple(word for word in segment(_NUMBER.sub("#", text)) if word.strip())


def _of_words(words: Sequence[str]) -> Iterator[str]:
    yield from (f"w:{word}" for word in dict.fromkeys(words))
    yield from (f"{place}:{word}" for place, word in enumerate(words[:3], 1))
    yield from (f"b:{one}_{two}" for one, two in pairwise(words))
    kinds = [word_class(word) or "?" for word in words[:8]]
    yield f"c:{kinds[0]}"
    yield f"c:{'_'.join(kinds[:2])}"
    yield f"c:{'_'.join(kinds[:3])}"
    doing = next((place for place, kind in enumerate(kinds) if kind == "VACT"), None)
    if doing is None:
        yield "does:nothing"
    else:
        yield from (f"does:{words[doing]}", f"does@{doing}", f"{words[0]}>VACT@{min(doing, 4)}")
        before = words[doing - 1] if doing else "^"
        yield from (f"before:{before}", f"before:{kinds[doing - 1] if doing else '^'}")


def _of_place(text: str, place: int, count: int) -> Iterator[str]:
    yield from (f"begins:{text[:letters]}" for letters in _BEGUN)
    yield f"length:{min(6, len(text) // 12)}"
    yield f"nth:{min(5, place)}"
    yield f"left:{min(5, count - 1 - place)}"


def _times(text: str) -> list[str]:
    told = (("until", _UNTIL), ("day", _DAY), ("hour", _HOUR), ("often", _OFTEN))
    return [f"time:{name}" for name, pattern in told if pattern.search(text)]


def _listed_under(body: Sequence[Paragraph]) -> list[str]:
    """For each paragraph with a mark the word of asking of the one that introduces the list."""
    found: list[str] = []
    under = ""
    for item in body:
        if item.marker is None:
            asked = list(_ASKS.finditer(item.text))
            lists = "lists" if announces_list(item.text) else "then"
            under = f"{lists}:{asked[-1][0].strip() if asked else ''}"
        found.append(under if item.marker is not None else "")
    return found


def _of_rules(place: int, told: Sequence[Told], ask: str) -> Iterator[str]:
    """What the rules know of a clause: a duty that has its verb here, one that runs over it."""
    here = [one for one in told if one.first == place]
    over = [one for one in told if one.first < place <= one.last]
    state = "here" if here else "over" if over else "free"
    yield f"rule:{state}"
    if here:
        duty = here[0].duty
        yield from (f"rule:here:{duty.action}", f"rule:here:{ask}")
        yield f"rule:here:{'dated' if duty.first_due else duty.frequency}"
    elif over:
        verb = "before" if over[0].verb < place else "here" if over[0].verb == place else "after"
        yield from (f"rule:over:{verb}", f"rule:over:{verb}:{ask}")
    else:
        yield f"rule:free:{ask}"
        yield "rule:some" if told else "rule:none"


def signs_of_action(
    place: int, clauses: Sequence[AskedClause], signs: Sequence[Sequence[str]]
) -> list[str]:
    """The signs that tell what the clause at a place asks for: its own with its verbs, and words
    and verbs of the two that follow it in its paragraph (+1w:, +2verb:)."""
    found = [ALWAYS, *(sign for sign in signs[place] if sign.startswith(_OF_ACTION))]
    found += verb_signs(clauses[place].text)
    for after in (1, 2):
        if place + after < len(clauses) and clauses[place + after].place == clauses[place].place:
            told = (sign for sign in signs[place + after] if sign.startswith(_OF_THE_NEXT))
            found += [f"+{after}{sign}" for sign in told]
            verbs = find_verbs(clauses[place + after].text)[:1]
            found += [f"+{after}verb:{verb.action}" for verb in verbs]
    return [*found, *_of_likeness(place, clauses)]


@lru_cache(maxsize=4096)
def verb_signs(text: str) -> tuple[str, ...]:
    """What the table of verbs holds of a clause: its first verb's action and role, and the others'
    actions."""
    verbs = find_verbs(text)
    first = [f"verb:{told}" for verb in verbs[:1] for told in (verb.action, verb.role)]
    return (*first, *(f"verbs:{verb.action}" for verb in verbs[1:]))


def _of_likeness(place: int, clauses: Sequence[AskedClause]) -> Iterator[str]:
    """What the clause at a place is like, two families at once, and those that follow it."""
    own = likeness(clauses[place].text)
    yield from own
    yield from (f"{one}&{other}" for one, other in combinations(own, 2))
    after = {
        family
        for clause in clauses[place + 1 : place + 1 + _LOOKED_BEHIND]
        if clause.place == clauses[place].place
        for family in likeness(clause.text)
    }
    yield from (f"+{family}" for family in sorted(after))
    if not after.union(own).isdisjoint(_RHYTHMS):
        yield "recurs"
