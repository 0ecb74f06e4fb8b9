"""Temporary."""
from backspasm.validation.finding import Finding
from backspasm.namespaces import shorten
def findings(results, material):
    return [Finding(r.severity.rpartition("#")[2].lower() , f"{shorten(r.shape)}/x", " ".join(map(str,r.messages)), "", focus=r.focus, path=r.path, value=r.value, shape=r.shape, component=r.component) for r in results]
