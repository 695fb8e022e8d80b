"""Case and assessment → a filled Word file, with a map of what stands where and why."""
