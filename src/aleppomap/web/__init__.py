"""The page: a thin Streamlit shell around views, links and our own map component."""
