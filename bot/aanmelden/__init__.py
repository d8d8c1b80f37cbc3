"""Aanmelden: wie er over HTTP binnenkomt, en hoe dat bewezen is."""
