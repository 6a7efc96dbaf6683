"""Teach the judge of clauses: `python -m corpus.training.asking` writes what it has learnt.

First, learning from some batches and trying the others, it shows what the judge adds on papers that
neither rules nor judge had seen; with `--authors` also on those of whole authors. Then it learns
from all and writes extractors/data/clause_*.tsv and clause_net.npz. `--dry` writes nothing,
`--keep` takes what the rules found at first sight from the last run.
"""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict

from corpus.training.asking.bodies import from_bodies
from corpus.training.asking.first_sight import ROOT, WORK, Seen, seen
from corpus.training.asking.papers import Paper, from_corpus, from_tests
from corpus.training.asking.settled import from_settled
from corpus.training.asking.trial import author, by_author, by_batches, figures, learn, weighing
from extractors.obligations.judge.clause_judge import ACTIONS, ALWAYS, Judge
from extractors.obligations.judge.clause_net import save

DATA = ROOT / "extractors" / "data"
KEPT = WORK / "first_sight.json"
_SMALLEST = (0.06, 0.12)  # weights of chances and actions that are not worth shipping


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
    if judge.net is not None:
        save(judge.net)
    for name, weights in (("clause_trust", judge.trusts), ("clause_belief", judge.beliefs)):
        rows = "".join(f"{fact}\t{weight:.3f}\n" for fact, weight in weights.items())
        (DATA / f"{name}.tsv").write_text(f"{remark}fact\tweight\n{rows}", encoding="utf-8")


def _seen(keep: bool) -> list[Seen]:
    told = json.loads(KEPT.read_text("utf-8")) if keep and KEPT.exists() else []
    found = seen([Seen(**{**one, "asked": tuple(one["asked"])}) for one in told])
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_text(json.dumps([asdict(one) for one in found], ensure_ascii=False), "utf-8")
    return found


def papers_to_learn(keep: bool) -> list[Paper]:
    """All papers and bodies; with `keep` what the rules found at first sight is as last kept."""
    return [
        *from_tests(_seen(keep)),
        *from_corpus(ROOT / "corpus" / "built" / "letters"),
        *from_bodies(),
        *from_settled(),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m corpus.training.asking", description=__doc__)
    parser.add_argument("--dry", action="store_true", help="print only, write nothing")
    parser.add_argument("--keep", action="store_true", help="do not read with old rules again")
    parser.add_argument("--workers", type=int, default=2, help="judges that learn side by side")
    parser.add_argument("--authors", action="store_true", help="leave one author out, each in turn")
    arguments = parser.parse_args()
    papers = papers_to_learn(arguments.keep)
    requests = sum(action is not None for paper in papers for action in paper.asks)
    print(f"{len(papers)} papers, {requests} requests")
    with ProcessPoolExecutor(arguments.workers) as pool:
        judge = None if arguments.dry else pool.submit(learn, papers)
        trial, told = by_batches(papers, pool)
    authors = sorted({author(paper.batch) for paper in papers if paper.found is not None})
    for name in authors:
        theirs = [one for one in papers if author(one.batch) == name]
        print(figures(f"by batches, {name}", theirs, told), flush=True)
    print(figures("by batches, all", papers, told), flush=True)
    for name in authors if arguments.authors else ():
        theirs = [one for one in papers if author(one.batch) == name]
        print(figures(f"by author, {name}", theirs, by_author(papers, name, trial)), flush=True)
    if judge is not None:
        write(weighing(judge.result(), trial.tried))


if __name__ == "__main__":
    main()
