import socket, sys

host, port, nick, room, text = sys.argv[1:]
with socket.create_connection((host, int(port)), timeout=20) as connection:
    irc = connection.makefile("rw", encoding="utf-8", newline="\r\n")
    print(f"NICK {nick}\nUSER {nick} 0 * :{nick}", file=irc, flush=True)
    for line in irc:
        if f" 001 {nick} " in line:  # welcome
            print(f"JOIN {room}\nPRIVMSG {room} :{text}\nQUIT", file=irc, flush=True)
        print(line.strip())
