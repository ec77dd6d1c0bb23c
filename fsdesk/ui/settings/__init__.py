"""The place where a person says how fsdesk is to be on this laptop."""
