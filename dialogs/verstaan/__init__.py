"""Wat er bedoeld werd: van woorden of een ingevuld veld naar wat iemand wil zeggen."""
