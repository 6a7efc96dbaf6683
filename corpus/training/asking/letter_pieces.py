"""The pieces that the network of letters cuts words into: those of the language model it begins
with that stand in Thai letters.

`python -m corpus.training.asking.letter_pieces` writes extractors/data/letter_pieces.model, a model
of SentencePiece (Kudo and Richardson 2018): all pieces of Thai characters, of up to two characters
of ASCII, and whatever else the papers use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from sentencepiece import SentencePieceProcessor
from sentencepiece import sentencepiece_model_pb2 as model_pb2

from corpus.training.asking.__main__ import DATA, papers_to_learn
from corpus.training.asking.pretrained import Pretrained
from extractors.obligations.judge.letter_reader import PIECES, as_spelt

_ALWAYS = re.compile(r"▁?[\u0e01-\u0e5b]+|▁?[\x21-\x7e]{0,2}")
_SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")  # in this order


def all_pieces(own: Pretrained) -> SentencePieceProcessor:
    """The cutter of the language model itself."""
    return SentencePieceProcessor(model_proto=_model(own.directory.pieces))


def kept(own: Pretrained, texts: Iterable[str]) -> list[int]:
    """The numbers, in the language model, of the pieces that are kept."""
    cut = all_pieces(own)
    used = {number for text in texts for number in cut.encode(as_spelt(text))}
    return [
        number
        for number, (piece, _) in enumerate(own.directory.pieces)
        if number in used or piece in _SPECIAL or _ALWAYS.fullmatch(piece)
    ]


def _model(pieces: Sequence[tuple[str, float]]) -> bytes:
    model = model_pb2.ModelProto()
    kinds = model_pb2.ModelProto.SentencePiece
    for piece, score in pieces:
        special = kinds.UNKNOWN if piece == "<unk>" else kinds.CONTROL
        kind = special if piece in _SPECIAL else kinds.NORMAL
        model.pieces.add(piece=piece, score=score, type=kind)
    told = model.trainer_spec
    told.model_type = model_pb2.TrainerSpec.UNIGRAM
    told.bos_id, told.pad_id, told.eos_id, told.unk_id = range(len(_SPECIAL))
    told.vocab_size = len(pieces)
    model.normalizer_spec.name = "identity"
    model.normalizer_spec.remove_extra_whitespaces = False
    return bytes(model.SerializeToString())


@cache
def shipped() -> SentencePieceProcessor:
    return SentencePieceProcessor(model_file=str(PIECES))


def numbers_of_shipped(own: Pretrained) -> list[int]:
    """Of each piece that is shipped its number in the language model."""
    numbers = {piece: number for number, (piece, _) in enumerate(own.directory.pieces)}
    return [numbers[shipped().id_to_piece(piece)] for piece in range(len(shipped()))]


def main() -> None:
    own = Pretrained.installed()
    papers = papers_to_learn(keep=True)
    texts = (clause.text for paper in papers for clause in paper.clauses)
    numbers = kept(own, texts)
    PIECES.write_bytes(_model([own.directory.pieces[number] for number in numbers]))
    print(f"{len(numbers)} pieces of {len(own.directory.pieces)}, {DATA.name}/{PIECES.name}")


if __name__ == "__main__":
    main()
