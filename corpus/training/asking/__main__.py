"""Teach the judge of clauses: `python -m corpus.training.asking` writes its tables of weights.

First, learning from some batches and trying the others, it shows what the judge adds on papers that
neither rules nor judge had seen; then it learns from all and writes extractors/data/clause_*.tsv.
`--dry` writes nothing, `--keep` takes what the rules found at first sight from the last run.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from corpus.training.asking.first_sight import ROOT, WORK, Seen, seen
from corpus.training.asking.linear import logistic, of_facts, softmax
from corpus.training.asking.papers import Paper, from_corpus, from_tests, short
from extractors.clause_judge import ACTIONS, ALWAYS, Judge
from extractors.clause_signs import signs_of_action
from extractors.judged import Candidate, candidates, look

DATA = ROOT / "extractors" / "data"
KEPT = WORK / "first_sight.json"
FOLDS = 6
SEED = 5
_HOLD, _LEAST = 2.0, 4  # of chances
_HOLD_ACTION, _LEAST_ACTION = 1.0, 2
_AS_IF_BLIND = 0.5  # worth of a paper read as if the rules had found nothing
_HARD = 3  # worth of papers in papers/, on whose like the rules find least
_SMALLEST = (0.06, 0.12)  # weights of chances and actions that are not worth shipping


@dataclass(frozen=True)
class Tried:
    """A request that the judge added to a paper, and whether the paper asks it."""

    paper: Paper
    candidate: Candidate
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
    )


def tried(papers: Iterable[Paper], judge: Judge) -> list[Tried]:
    """All that a judge might add to papers, right where the paper asks it and no rule told it."""
    found: list[Tried] = []
    for paper in papers:
        if paper.found is None:
            continue
        reading = look(paper.body, paper.found, paper.kind, judge)
        left = Counter(paper.asked) - Counter(map(short, paper.found))
        added = candidates(reading, paper.found, paper.written, judge)
        for one in sorted(added, key=lambda each: -each.facts["chance"]):
            right = left[short(one.duty)] > 0
            left[short(one.duty)] -= right
            found.append(Tried(paper, one, right))
    return found


def trust(made: Sequence[Tried]) -> dict[str, float]:
    return of_facts(
        [one.candidate.facts for one in made],
        [one.right for one in made],
        [float(worth(one.paper)) for one in made],
        1.0,
    )


def figures(name: str, papers: Sequence[Paper], told: Sequence[tuple[Tried, float]]) -> str:
    """Precision, recall and F1 of what papers ask: the rules alone, and with the judge."""
    mine = [paper for paper in papers if paper.found is not None]
    asked = sum(len(paper.asked) for paper in mine)
    found = sum(len(paper.found or ()) for paper in mine)
    right = sum(
        (Counter(paper.asked) & Counter(map(short, paper.found or ()))).total() for paper in mine
    )
    names = {(paper.batch, paper.name) for paper in mine}
    lines = [f"{name}: {len(mine)} papers, {asked} requests"]
    for least in (2.0, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3):
        added = [
            one.right
            for one, sure in told
            if sure >= least and (one.paper.batch, one.paper.name) in names
        ]
        hits, all_told = right + sum(added), found + len(added)
        precision, recall = hits / max(1, all_told), hits / max(1, asked)
        both = 2 * precision * recall / max(1e-9, precision + recall)
        kind = "rules alone" if least > 1 else f"trust {least:.1f}"
        lines.append(
            f"  {kind:12} added {len(added):3}, right {sum(added):3}   P {precision:.3f}"
            f"  R {recall:.3f}  F1 {both:.3f}"
        )
    return "\n".join(lines)


def cross_validated(papers: Sequence[Paper]) -> list[tuple[Tried, float]]:
    """What judges add to batches that they have not seen, with their trust in it."""
    batches = sorted({paper.batch for paper in papers})
    random.Random(SEED).shuffle(batches)
    folds = [frozenset(batches[place::FOLDS]) for place in range(FOLDS)]
    made: list[Tried] = []
    for fold in folds:
        judge = learn([paper for paper in papers if paper.batch not in fold])
        made += tried([paper for paper in papers if paper.batch in fold], judge)
    told: list[tuple[Tried, float]] = []
    for fold in folds:
        weights = trust([one for one in made if one.paper.batch not in fold])
        by = Judge({}, {}, weights)
        mine = (one for one in made if one.paper.batch in fold)
        told += [(one, by.trust(one.candidate.facts)) for one in mine]
    return told


def write(judge: Judge) -> None:
    """The weights as tables beside the program, what weighs nothing left out."""
    remark = "# source: learnt by python -m corpus.training.asking; not to be edited by hand\n"
    chances = {
        sign: weight
        for sign, weight in judge.chances.items()
        if abs(weight) >= _SMALLEST[0] or sign == ALWAYS
    }
    rows = "".join(f"{sign}\t{weight:.2f}\n" for sign, weight in chances.items())
    (DATA / "clause_chance.tsv").write_text(f"{remark}sign\tweight\n{rows}", encoding="utf-8")
    rows = "".join(
        "\t".join([sign, *(f"{one:.2f}" for one in weights)]) + "\n"
        for sign, weights in judge.actions.items()
        if max(map(abs, weights)) >= _SMALLEST[1]
    )
    heading = "\t".join(("sign", *ACTIONS))
    (DATA / "clause_action.tsv").write_text(f"{remark}{heading}\n{rows}", encoding="utf-8")
    rows = "".join(f"{name}\t{weight:.3f}\n" for name, weight in judge.trusts.items())
    (DATA / "clause_trust.tsv").write_text(f"{remark}fact\tweight\n{rows}", encoding="utf-8")


def _seen(keep: bool) -> list[Seen]:
    told = json.loads(KEPT.read_text("utf-8")) if keep and KEPT.exists() else []
    found = seen([Seen(**{**one, "asked": tuple(one["asked"])}) for one in told])
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_text(json.dumps([asdict(one) for one in found], ensure_ascii=False), "utf-8")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m corpus.training.asking", description=__doc__)
    parser.add_argument("--dry", action="store_true", help="print only, write nothing")
    parser.add_argument("--keep", action="store_true", help="do not read with old rules again")
    arguments = parser.parse_args()
    papers = [
        *from_tests(_seen(arguments.keep)),
        *from_corpus(ROOT / "corpus" / "built" / "letters"),
    ]
    requests = sum(action is not None for paper in papers for action in paper.asks)
    print(f"{len(papers)} papers, {requests} requests")
    told = cross_validated(papers)
    streams = sorted({_stream(paper.batch) for paper in papers if paper.found is not None})
    for stream in streams:
        print(figures(stream, [one for one in papers if _stream(one.batch) == stream], told))
    print(figures("all", papers, told))
    for tenth in range(10):
        held = [one.right for one, sure in told if tenth <= 10 * sure < tenth + 1]
        share = sum(held) / max(1, len(held))
        print(f"  told {tenth / 10:.1f} and more: {len(held):3} requests, {share:.2f} right")
    if not arguments.dry:
        judge = learn(papers)
        write(Judge(judge.chances, judge.actions, trust([one for one, _ in told])))


def _stream(batch: str) -> str:
    folder, _, name = batch.partition("/")
    return folder if folder != "every_field" else f"{folder}/{name.split('_')[0]}"


if __name__ == "__main__":
    main()
