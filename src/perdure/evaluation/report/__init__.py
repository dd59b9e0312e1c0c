"""The report page: one HTML file with figures and plots, made from a study."""
