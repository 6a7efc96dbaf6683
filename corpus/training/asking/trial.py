"""Judges learnt from some papers and tried on the others: by batches, and by whole authors."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.training.asking.lessons import learn_nets
from corpus.training.asking.linear import logistic, of_facts, softmax
from corpus.training.asking.papers import Paper, short
from extractors.obligations.believed import as_judged, facts_of
from extractors.obligations.clause_judge import ACTIONS, ALWAYS, Judge
from extractors.obligations.clause_signs import signs_of_action
from extractors.obligations.judged import Candidate, candidates, tell
from extractors.obligations.reading import Reading, weigh
from extractors.record import Obligation

FOLDS = 5
SEED = 5
_HOLD, _LEAST = 4.0, 4  # of chances
_HOLD_ACTION, _LEAST_ACTION = 1.0, 2
_AS_IF_BLIND = 0.5  # worth of a paper read as if the rules had found nothing
_HARD = 3  # worth of papers in papers/, on whose like the rules find least


@dataclass(frozen=True)
class Tried:
    """A request that the judge added to a paper, and whether the paper asks it."""

    paper: Paper
    candidate: Candidate
    right: bool


@dataclass(frozen=True)
class Ruled:
    """A request that rules told at first sight, what a judge knows of it, whether it is right."""

    paper: Paper
    facts: dict[str, float]
    right: bool


def worth(paper: Paper) -> int:
    return _HARD if paper.batch.startswith("papers/") else 1


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
    """All that a judge might add to papers, right where the paper asks it and no rule told it."""
    found: list[Tried] = []
    for paper in papers:
        if paper.found is None:
            continue
        reading = read_by(judge, paper)
        left = Counter(paper.asked) - Counter(map(short, paper.found))
        added = candidates(reading, paper.found, judge)
        for one in sorted(added, key=lambda each: -each.facts["chance"]):
            right = left[short(one.duty)] > 0
            left[short(one.duty)] -= right
            found.append(Tried(paper, one, right))
    return found


def read_by(judge: Judge, paper: Paper) -> Reading:
    """A paper as a judge sees it, with what the rules told at first sight."""
    return weigh(paper.body, paper.clauses, paper.signs, paper.told, judge, paper.written)


def ruled(papers: Iterable[Paper], judge: Judge) -> list[Ruled]:
    """All that rules told of papers at first sight, with what a judge knows of it."""
    found: list[Ruled] = []
    for paper in papers:
        left = Counter(paper.asked)
        reading = read_by(judge, paper) if paper.found else None
        for one in reading.told if reading else ():
            read = as_judged(reading, one, judge)
            right = left[short(read.duty)] > 0
            left[short(read.duty)] -= right
            found.append(Ruled(paper, facts_of(reading, read, judge), right))
    return found


def trust(made: Sequence[Tried | Ruled]) -> dict[str, float]:
    """Weights of the facts by which to tell what is right."""
    facts = [one.candidate.facts if isinstance(one, Tried) else one.facts for one in made]
    worths = [float(worth(one.paper)) if isinstance(one, Tried) else 1.0 for one in made]
    return of_facts(facts, [one.right for one in made], worths, 1.0)


@dataclass(frozen=True)
class Trial:
    """What judges made of papers that they had not seen."""

    added: Sequence[Tried]
    ruled: Sequence[Ruled]

    papers: Sequence[Paper]
    judge: Judge

    @staticmethod
    def of(papers: Sequence[Paper], judge: Judge) -> Trial:
        return Trial(tried(papers, judge), ruled(papers, judge), papers, judge)

    def on(self, papers: Sequence[Paper]) -> Trial:
        names = {paper.name for paper in papers}
        return Trial(
            [one for one in self.added if one.paper.name in names],
            [one for one in self.ruled if one.paper.name in names],
            papers,
            self.judge,
        )

    def weighed(self, by: Trial) -> Weighed:
        """With the chances that `by`, a trial on other papers, gives."""
        judge = replace(self.judge, trusts=trust(by.added), beliefs=trust(by.ruled))
        whole = [
            (paper, tell(read_by(judge, paper), paper.found, judge)[0])
            for paper in self.papers
            if paper.found is not None
        ]
        return Weighed(
            [(one, judge.trust(one.candidate.facts)) for one in self.added],
            [(one, judge.belief(one.facts)) for one in self.ruled],
            whole,
        )


@dataclass(frozen=True)
class Weighed:
    """Requests with the chance that each is right."""

    added: Sequence[tuple[Tried, float]]
    ruled: Sequence[tuple[Ruled, float]]
    whole: Sequence[tuple[Paper, Sequence[Obligation]]]  # what is told in the end


def figures(name: str, papers: Sequence[Paper], told: Weighed) -> str:
    """Precision, recall and F1 of what papers ask: the rules alone, and with the judge."""
    names = {paper.name for paper in papers if paper.found is not None}
    asked = sum(len(paper.asked) for paper in papers if paper.found is not None)
    ruled_ = [(one.right, sure) for one, sure in told.ruled if one.paper.name in names]
    added = [(one.right, sure) for one, sure in told.added if one.paper.name in names]
    lines = [f"{name}: {len(names)} papers, {asked} requests"]
    for least, kept in (
        (2, 0),
        (0.5, 0),
        (0.4, 0),
        (0.4, 0.2),
        (0.4, 0.3),
        (0.35, 0.3),
        (0.3, 0.3),
    ):
        mine = [right for right, sure in added if sure >= least]
        rules = [right for right, sure in ruled_ if sure >= kept]
        hits, all_told = sum(mine) + sum(rules), len(mine) + len(rules)
        precision, recall = hits / max(1, all_told), hits / max(1, asked)
        both = 2 * hits / max(1, all_told + asked)
        lines.append(
            f"  added from {least:4} ({len(mine):3}, right {sum(mine):3}), rules' from {kept:3} "
            f"({len(rules):4}, right {sum(rules):4})   P {precision:.3f}  R {recall:.3f}"
            f"  F1 {both:.3f}"
        )
    whole = [(paper, found) for paper, found in told.whole if paper.name in names]
    hits = sum((Counter(paper.asked) & Counter(map(short, one))).total() for paper, one in whole)
    all_told = sum(len(one) for _, one in whole)
    lines.append(
        f"  in the end: {all_told} told, {hits} right   P {hits / max(1, all_told):.3f}"
        f"  R {hits / max(1, asked):.3f}  F1 {2 * hits / max(1, all_told + asked):.3f}"
    )
    for least in (0.8, 0.85, 0.9, 0.93, 0.95, 0.97):
        passed = [right for right, sure in ruled_ if sure >= least]
        lines.append(
            f"  believed from {least:4}: {len(passed):4} of {len(ruled_)}, right "
            f"{sum(passed) / max(1, len(passed)):.3f}"
        )
    return "\n".join(lines)


def by_batches(papers: Sequence[Paper]) -> tuple[Trial, Weighed]:
    """What judges make of batches that they have not seen, and with what chances."""
    batches = sorted({paper.batch for paper in papers})
    random.Random(SEED).shuffle(batches)
    folds = [frozenset(batches[place::FOLDS]) for place in range(FOLDS)]
    parts: list[Trial] = []
    for fold in folds:
        judge = learn([paper for paper in papers if paper.batch not in fold])
        parts.append(Trial.of([paper for paper in papers if paper.batch in fold], judge))
    weighed = [part.weighed(_together([one for one in parts if one is not part])) for part in parts]
    told = Weighed(
        [one for part in weighed for one in part.added],
        [one for part in weighed for one in part.ruled],
        [one for part in weighed for one in part.whole],
    )
    return _together(parts), told


def _together(parts: Sequence[Trial]) -> Trial:
    return Trial(
        [one for part in parts for one in part.added],
        [one for part in parts for one in part.ruled],
        [one for part in parts for one in part.papers],
        parts[0].judge,
    )


def by_author(papers: Sequence[Paper], name: str, known: Trial) -> Weighed:
    """What a judge that has seen no paper of an author makes of all of his; `known` is a trial."""
    others = [paper for paper in papers if author(paper.batch) != name]
    theirs = [paper for paper in papers if author(paper.batch) == name]
    return Trial.of(theirs, learn(others)).weighed(known.on(others))


# their batches begin so
_NAMED = (
    *("fourth", "fifth", "sixth", "seventh", "eighth"),
    *("ninth", "tenth", "eleventh", "twelfth"),
)


def author(batch: str) -> str:
    """Who wrote a batch: the house itself (asking/, and what is its own), or one of the others."""
    folder, _, name = batch.partition("/")
    if folder == "papers":
        return next((one for one in _NAMED if name.startswith(one)), "third")
    if folder == "every_field" and "own" not in name and "probes" not in name:
        return "first"
    return "corpus" if folder == "corpus" else "house"
