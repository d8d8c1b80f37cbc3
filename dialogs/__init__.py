"""Het gesprek: één automaat per stap, de procedure die ze schakelt, en alle Nederlandse teksten.

Pure: no clock, no I/O besides reading its own text files. A turn takes a dossier and what was
said, and gives back the new dossier and what to say.
"""
