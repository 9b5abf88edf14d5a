import socket, sys, time

with socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=5) as connection:
    begun = time.monotonic()
    connection.sendall(b"hello")
    echo = b""
    while len(echo) < 5:
        echo += connection.recv(5 - len(echo))
    print(f"{echo} came back after {(time.monotonic() - begun) * 1000:.1f} ms")
