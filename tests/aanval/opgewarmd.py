"""Wat een server leest voordat er iemand komt; wie dit importeert, heeft het gelezen."""

from bot.opwarmen import warm_op
from knowledge.zoeken import zoekindex

warm_op()
zoekindex()
