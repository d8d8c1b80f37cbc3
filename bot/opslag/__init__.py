"""Opslag: gesprekken en bewaarde wegingen, achter één kleine poort."""
