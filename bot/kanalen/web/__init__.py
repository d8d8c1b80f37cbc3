"""De webchat op deze computer."""
