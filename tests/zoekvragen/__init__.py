"""Questions as professionals ask them, with the topics that answer them; to measure lookup.

Run `python -m tests.zoekvragen` for the figures. A question names the ids that a knowledgeable
colleague would accept as first answer, best first. `id = []`: the product has no answer and should
say so. An id with a `*` (matched with fnmatch) stands for topics whose id is not fixed.

More than a third is held out, in the files that end in `_apart`, so that the figures also say
something about questions nobody tuned on. Of new questions a third to a half goes there, by lot.
"""
