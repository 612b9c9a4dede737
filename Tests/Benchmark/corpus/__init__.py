"""Knowledge bases of any size, the same for the same size and seed: generate.py says how to get one."""
