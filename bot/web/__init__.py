"""The door for the web: addresses that need no chat, each as good as its token."""
