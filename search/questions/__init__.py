"""Questions as people ask them: which of their words speak of the subject, and which texts answer best."""
