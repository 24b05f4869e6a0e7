"""The workbench: pages rendered here, for people who read and write reports."""
