#!/usr/bin/env python3
"""Repeats the draw of lots of a round: lot-order.py < lot.json, from GET /api/v1/rounds/{id}/lot."""
import hashlib, json, sys
sha = lambda text: hashlib.sha256(text.encode()).hexdigest()
lot = json.load(sys.stdin)
seed, codes = lot["seed"], sorted(lot["applications"])
assert sha(seed) == lot["commitment"], "the seed is not the one that was promised"
listed = sha("\n".join(codes))
for place, code in enumerate(sorted(codes, key=lambda c: sha(f"{seed}:{listed}:{c}")), 1):
    print(place, code)
