"""The page: `streamlit run app.py`, or `aleppomap serve`."""

import streamlit as st

if __name__ == "__main__":  # Streamlit runs the script, once for every change of a reader
    from aleppomap.web.page import show_page

    show_page()
else:  # the server imports it: our headers, Leaflet's files and the geometry
    from aleppomap.web.server import build_parts

    app = st.App(__file__, **build_parts())
