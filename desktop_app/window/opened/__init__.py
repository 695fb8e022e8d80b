"""One open case: the session that changes it, its keeping, who may edit it, its versions."""
