"""Judges learnt from some papers and tried on the others: by batches, and by whole authors.

They have the linear models and the networks of clauses; the network of whole letters is learnt
apart (`learn_letters.py`), so that trust and belief rest on the chances of the former alone.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace

from corpus.training.asking.lessons import learn_nets
from corpus.training.asking.linear import logistic, of_facts, softmax
from corpus.training.asking.papers import Paper, short
from extractors.obligations.judge.clause_judge import ACTIONS, ALWAYS, Judge
from extractors.obligations.judge.clause_signs import signs_of_action
from extractors.obligations.judge.judged import Weighed, choose
from extractors.obligations.judge.reading import Reading, weigh
from extractors.obligations.judge.ways import Way, ways

FOLDS = 5
SEED = 5
_HOLD, _LEAST = 4.0, 4  # of chances
_HOLD_ACTION, _LEAST_ACTION = 1.0, 2
_AS_IF_BLIND = 0.5  # worth of a paper read as if the rules had found nothing
# worth of papers on whose like the rules find least
_WORTH = {"papers": 3, "bodies": 2, "ordinary": 3, "settled": 3}


@dataclass(frozen=True)
class Tried:
    """A way to read a clause of a paper, and whether the paper asks that."""

    paper: Paper
    way: Way
    right: bool


def worth(paper: Paper) -> int:
    return _WORTH.get(paper.batch.split("/")[0], 1)


def learn(papers: Sequence[Paper]) -> Judge:
    """Chances and actions; trust in what is found with them is learnt apart."""
    examples: list[list[str]] = []
    right: list[bool] = []
    worths: list[float] = []
    asking: list[list[str]] = []
    actions: list[int] = []
    for paper in papers:
        views = [(paper.blind, 1.0)]
        if paper.found is not None:
            views = [(paper.signs, 1.0), (paper.blind, _AS_IF_BLIND)]
        for signs, share in views:
            examples += [[ALWAYS, *one] for one in signs]
            right += [action is not None for action in paper.asks]
            worths += [worth(paper) * share] * len(signs)
        for place, action in enumerate(paper.asks):
            if action is not None:
                told = signs_of_action(place, paper.clauses, signs)
                asking += [told] * worth(paper)
                actions += [ACTIONS.index(action)] * worth(paper)
    return Judge(
        logistic(examples, right, worths, _HOLD, _LEAST),
        softmax(asking, actions, len(ACTIONS), _HOLD_ACTION, _LEAST_ACTION),
        {},
        net=learn_nets([(paper, float(worth(paper))) for paper in papers]),
    )


def tried(papers: Iterable[Paper], judge: Judge) -> list[Tried]:
    """All ways to read papers, with what the rules told at first sight, each right where the paper
    asks it and no rule told it rightly elsewhere."""
    found: list[Tried] = []
    for paper in papers:
        if paper.found is None:
            continue
        read = ways(read_by(judge, paper), paper.found, judge)
        ruled = [one for one in read if one.ruled]
        left = Counter(paper.asked)
        right: list[bool] = []
        for one in ruled:
            right.append(left[short(one.duty)] > 0)
            left[short(one.duty)] -= right[-1]
        found += [Tried(paper, one, yes) for one, yes in zip(ruled, right, strict=True)]
        for one in (each for each in read if not each.ruled):
            here = Counter(
                short(each.duty)
                for each, yes in zip(ruled, right, strict=True)
                if yes and each.place == one.place
            )
            found.append(Tried(paper, one, (left + here)[short(one.duty)] > 0))
    return found


def read_by(judge: Judge, paper: Paper) -> Reading:
    """A paper as a judge sees it, with what the rules told at first sight."""
    return weigh(paper.body, paper.clauses, paper.signs, paper.told, judge, paper.written)


def weights(made: Sequence[Tried], ruled: bool) -> dict[str, float]:
    """Weights of the facts by which to tell what is right of the rules' ways, or of the judge's."""
    mine = [one for one in made if one.way.ruled == ruled]
    worths = [float(worth(one.paper)) for one in mine]
    return of_facts([one.way.facts for one in mine], [one.right for one in mine], worths, 1.0)


def weighing(judge: Judge, made: Sequence[Tried]) -> Judge:
    """A judge who believes and trusts as was right in a trial."""
    return replace(judge, beliefs=weights(made, True), trusts=weights(made, False))


@dataclass(frozen=True)
class Trial:
    """What a judge made of papers that he had not seen."""

    tried: Sequence[Tried]
    papers: Sequence[Paper]
    judge: Judge

    @staticmethod
    def of(papers: Sequence[Paper], judge: Judge) -> Trial:
        return Trial(tried(papers, judge), papers, judge)

    def on(self, papers: Sequence[Paper]) -> Trial:
        names = {paper.name for paper in papers}
        kept = [one for one in self.tried if one.paper.name in names]
        return Trial(kept, papers, self.judge)

    def weighed(self, by: Trial) -> list[Told]:
        """What is told of each paper, with chances that `by` gives, a trial on other papers."""
        judge = weighing(self.judge, by.tried)
        return [
            Told(paper, choose(ways(read_by(judge, paper), paper.found, judge), judge))
            for paper in self.papers
            if paper.found is not None
        ]


@dataclass(frozen=True)
class Told:
    """A paper, and what might be told of it with the chance that it is right."""

    paper: Paper
    chosen: Sequence[Weighed]

    def right(self, least: float) -> list[bool]:
        """Of each request told from a chance on whether the paper asks it."""
        left = Counter(self.paper.asked)
        found: list[bool] = []
        for one in self.chosen:
            if one.chance >= least:
                found.append(left[short(one.way.duty)] > 0)
                left[short(one.way.duty)] -= found[-1]
        return found


def figures(name: str, papers: Sequence[Paper], told: Sequence[Told]) -> str:
    """Precision, recall and F1 of what papers ask: of the rules alone, and from some chances on."""
    names = {paper.name for paper in papers if paper.found is not None}
    mine = [one for one in told if one.paper.name in names]
    asked = sum(len(one.paper.asked) for one in mine)
    alone = [
        ((Counter(one.paper.asked) & Counter(map(short, found))).total(), len(found))
        for one in mine
        if (found := one.paper.found) is not None
    ]
    hits, count = (sum(part) for part in zip(*alone, strict=True)) if alone else (0, 0)
    lines = [f"{name}: {len(names)} papers, {asked} requests", _line("rules", hits, count, asked)]
    for least in (0.35, 0.42, 0.5, 0.8, 0.9, 0.95):
        right = [yes for one in mine for yes in one.right(least)]
        lines.append(_line(f"from {least}", sum(right), len(right), asked))
    return "\n".join(lines)


def _line(name: str, hits: int, told: int, asked: int) -> str:
    precision, recall = hits / max(1, told), hits / max(1, asked)
    return (
        f"  {name:10} {told:5} told, {hits:5} right   P {precision:.3f}  R {recall:.3f}"
        f"  F1 {2 * hits / max(1, told + asked):.3f}"
    )


def by_batches(papers: Sequence[Paper], pool: Executor) -> tuple[Trial, list[Told]]:
    """What judges make of batches that they have not seen, and with what chances; they learn side
    by side."""
    batches = sorted({paper.batch for paper in papers})
    random.Random(SEED).shuffle(batches)
    folds = [frozenset(batches[place::FOLDS]) for place in range(FOLDS)]
    judges = pool.map(learn, [[one for one in papers if one.batch not in fold] for fold in folds])
    parts = [
        Trial.of([paper for paper in papers if paper.batch in fold], judge)
        for fold, judge in zip(folds, judges, strict=True)
    ]
    told = [
        one
        for part in parts
        for one in part.weighed(_together([each for each in parts if each is not part]))
    ]
    return _together(parts), told


def _together(parts: Sequence[Trial]) -> Trial:
    return Trial(
        [one for part in parts for one in part.tried],
        [one for part in parts for one in part.papers],
        parts[0].judge,
    )


def by_author(papers: Sequence[Paper], name: str, known: Trial) -> list[Told]:
    """What a judge that has seen no paper of an author makes of all of his; `known` is a trial."""
    others = [paper for paper in papers if author(paper.batch) != name]
    theirs = [paper for paper in papers if author(paper.batch) == name]
    return Trial.of(theirs, learn(others)).weighed(known.on(others))


# their batches begin so
_NAMED = (
    *("fourth", "fifth", "sixth", "seventh", "eighth"),
    *("ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
    *("sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    *("twentieth", "twentyfirst", "twentysecond"),
)


def author(batch: str) -> str:
    """Who wrote a batch: the house itself (asking/, and what is its own), or one of the others."""
    folder, _, name = batch.partition("/")
    if folder == "papers":
        return next((one for one in _NAMED if name.startswith(one)), "third")
    if folder == "every_field" and "own" not in name and "probes" not in name:
        return "first"
    return "corpus" if folder == "corpus" else "house"
