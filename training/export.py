"""Write the trained networks as the files that the package loads: quantized to eight bits, without torch.

    python training/export.py TAGGER MATCHER ENCODER WEIGHTS

Weights and activations of the products of matrices become whole numbers of eight bits, weights of seven, so that no
sum overflows on any processor and all of them count alike. Both networks read words by one table, the mean of theirs,
which lies in a file of its own: whole numbers of eight bits with a scale per word.
"""

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from layers import keep_layers
from matcher import Matcher
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from tagger import Reader
from torch import nn

WIDTH, HEADS = 384, 12  # of the encoder


class _Tags(nn.Module):
    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, words, mask, roles, voices):
        return self.reader.read(words, mask, roles, voices)


class _Pooled(nn.Module):
    def __init__(self, matcher: Matcher) -> None:
        super().__init__()
        self.matcher = matcher

    def forward(self, words, mask):
        return self.matcher.pooled(words, mask)


def write_network(module: nn.Module, path: Path, inputs: list[str], outputs: list[str]) -> None:
    """Write a network as ONNX: its layers fused, its products of matrices quantized."""
    words = torch.ones(2, 9, WIDTH)
    example = (words, *(torch.ones(2, 9, dtype=torch.int64) for _ in inputs[1:]))
    free = {name: {0: "batch", 1: "tokens"} for name in inputs}
    with tempfile.TemporaryDirectory() as folder:
        whole, fused = Path(folder, "whole.onnx"), Path(folder, "fused.onnx")
        torch.onnx.export(
            module.eval(), example, whole, input_names=inputs, output_names=outputs, dynamic_axes=free, dynamo=False,
            opset_version=17,
        )  # fmt: skip
        model = optimize_model(str(whole), model_type="bert", num_heads=HEADS, hidden_size=WIDTH, opt_level=0)
        model.save_model_to_file(str(fused))
        quantize_dynamic(
            fused, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )  # fmt: skip


def write_words(path: Path, tables: Sequence[torch.Tensor]) -> None:
    """Write the mean of tables of words as whole numbers of eight bits, with a scale per word."""
    table = torch.stack(list(tables)).mean(0).numpy()
    scale = np.abs(table).max(axis=1, keepdims=True) / 127
    scale[scale == 0] = 1
    np.savez(path, table=np.round(table / scale).astype(np.int8), scale=scale.astype(np.float32))


def main() -> int:
    """Read the command line and write the files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("tagger", "matcher", "encoder", "weights"):
        parser.add_argument(name, type=Path)
    asked = parser.parse_args()
    asked.weights.mkdir(parents=True, exist_ok=True)
    saved = torch.load(asked.tagger, weights_only=False)
    state = saved["model"]
    categories = state["spans.weight"].shape[0] - 16
    reader = Reader(str(asked.encoder), categories)
    keep_layers(reader, range(1 + max(int(name.split(".")[3]) for name in state if "encoder.layer." in name)))
    reader.load_state_dict(state)
    matcher = Matcher(str(asked.encoder))
    matcher.load_state_dict(torch.load(asked.matcher, weights_only=False)["model"])
    write_words(
        asked.weights / "words.npz",
        [one.encoder.embeddings.word_embeddings.weight.detach() for one in (reader, matcher)],
    )
    write_network(
        _Tags(reader), asked.weights / "tagger.onnx", ["words", "mask", "roles", "voices"], ["tags", "hidden"]
    )
    write_network(_Pooled(matcher), asked.weights / "matcher.onnx", ["words", "mask"], ["pooled"])
    np.savez(
        asked.weights / "heads.npz",
        weight=reader.spans.weight.detach().numpy()[categories:].astype(np.float32),
        bias=reader.spans.bias.detach().numpy()[categories:].astype(np.float32),
        scale=np.float32(matcher.scale.exp().item()),
        **{
            f"{name}_{part}": getattr(getattr(matcher, name), part).detach().numpy().astype(np.float32)
            for name in ("proposition", "code")
            for part in ("weight", "bias")
        },
    )
    shutil.copy(asked.encoder / "tokenizer.json", asked.weights / "tokenizer.json")
    if not (asked.weights / "weighing.json").exists():
        (asked.weights / "weighing.json").write_text("{}", encoding="utf-8")
    seal(asked.weights)
    return 0


def seal(weights: Path) -> None:
    """Write the checksums by which damage is noticed."""
    names = ("words.npz", "tagger.onnx", "matcher.onnx", "heads.npz", "tokenizer.json", "weighing.json")
    sums = {name: hashlib.blake2b((weights / name).read_bytes(), digest_size=16).hexdigest() for name in names}
    (weights / "checksums.json").write_text(json.dumps(sums, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
