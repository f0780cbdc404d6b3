"""What both trainings do to an encoder first: load a checkpoint, leave out layers, keep some as they are."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import nn

# Half precision is quicker only where the processor has it; elsewhere it is ten times slower.
BFLOAT = torch.cpu._is_avx512_bf16_supported()


def prepare(module: nn.Module, *, checkpoint: Path | None, layers: Sequence[int], frozen: int) -> None:
    """Load a checkpoint, keep only some layers of the encoder, and freeze the lowest with the words below them."""
    if checkpoint:
        module.load_state_dict(torch.load(checkpoint, weights_only=False)["model"])
    if layers:
        keep_layers(module, layers)
    if frozen:
        module.encoder.embeddings.word_embeddings.requires_grad_(False)
    for layer in module.encoder.encoder.layer[:frozen]:
        layer.requires_grad_(False)


def keep_layers(module: nn.Module, numbers: Sequence[int]) -> None:
    """Leave only some layers of the encoder: a smaller network to be trained on."""
    module.encoder.encoder.layer = nn.ModuleList(module.encoder.encoder.layer[number] for number in numbers)
    module.encoder.config.num_hidden_layers = len(numbers)


def numbers(text: str) -> list[int]:
    """Return the numbers of a list with commas between."""
    return [int(number) for number in text.split(",") if number]
