"""Per stap één automaat: toestanden, vragen, overgangen."""
