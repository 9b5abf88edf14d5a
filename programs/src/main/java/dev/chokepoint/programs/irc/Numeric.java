package dev.chokepoint.programs.irc;

/**
 * Numeric replies: RFC 2812 section 5 and modern.ircdocs.horse, "Numerics"; IRCv3 SASL for those from 900. Each constant's comment is
 * the number on the wire.
 */
public enum Numeric {
    /** 001. */
    RPL_WELCOME(1, ""),
    /** 002. */
    RPL_YOURHOST(2, ""),
    /** 003. */
    RPL_CREATED(3, ""),
    /** 004. */
    RPL_MYINFO(4, ""),
    /** 005. */
    RPL_ISUPPORT(5, ""),
    /** 200. */
    RPL_TRACELINK(200, ""),
    /** 211. */
    RPL_STATSLINKINFO(211, ""),
    /** 212. */
    RPL_STATSCOMMANDS(212, ""),
    /** 216. */
    RPL_STATSKLINE(216, ""),
    /** 219. */
    RPL_ENDOFSTATS(219, "End of STATS report"),
    /** 221. */
    RPL_UMODEIS(221, ""),
    /** 225. */
    RPL_STATSDLINE(225, ""),
    /** 242. */
    RPL_STATSUPTIME(242, ""),
    /** 243. */
    RPL_STATSOLINE(243, ""),
    /** 249. */
    RPL_STATSDEBUG(249, ""),
    /** 251. */
    RPL_LUSERCLIENT(251, ""),
    /** 252. */
    RPL_LUSEROP(252, "operator(s) online"),
    /** 253. */
    RPL_LUSERUNKNOWN(253, "unknown connection(s)"),
    /** 254. */
    RPL_LUSERCHANNELS(254, "channels formed"),
    /** 255. */
    RPL_LUSERME(255, ""),
    /** 256. */
    RPL_ADMINME(256, "Administrative info"),
    /** 257. */
    RPL_ADMINLOC1(257, ""),
    /** 258. */
    RPL_ADMINLOC2(258, ""),
    /** 259. */
    RPL_ADMINEMAIL(259, ""),
    /** 263. */
    RPL_TRYAGAIN(263, "Please wait a while and try again."),
    /** 265. */
    RPL_LOCALUSERS(265, ""),
    /** 266. */
    RPL_GLOBALUSERS(266, ""),
    /** 276. */
    RPL_WHOISCERTFP(276, ""),
    /** 301. */
    RPL_AWAY(301, ""),
    /** 302. */
    RPL_USERHOST(302, ""),
    /** 303. */
    RPL_ISON(303, ""),
    /** 305. */
    RPL_UNAWAY(305, "You are no longer marked as being away"),
    /** 306. */
    RPL_NOWAWAY(306, "You have been marked as being away"),
    /** 307. */
    RPL_WHOISREGNICK(307, "has identified for this nick"),
    /** 311. */
    RPL_WHOISUSER(311, ""),
    /** 312. */
    RPL_WHOISSERVER(312, ""),
    /** 313. */
    RPL_WHOISOPERATOR(313, "is an IRC operator"),
    /** 314. */
    RPL_WHOWASUSER(314, ""),
    /** 315. */
    RPL_ENDOFWHO(315, "End of WHO list"),
    /** 317. */
    RPL_WHOISIDLE(317, "seconds idle, signon time"),
    /** 318. */
    RPL_ENDOFWHOIS(318, "End of WHOIS list"),
    /** 319. */
    RPL_WHOISCHANNELS(319, ""),
    /** 320. */
    RPL_WHOISSPECIAL(320, ""),
    /** 321. */
    RPL_LISTSTART(321, "Users  Name"),
    /** 322. */
    RPL_LIST(322, ""),
    /** 323. */
    RPL_LISTEND(323, "End of LIST"),
    /** 324. */
    RPL_CHANNELMODEIS(324, ""),
    /** 329. */
    RPL_CREATIONTIME(329, ""),
    /** 330. */
    RPL_WHOISACCOUNT(330, "is logged in as"),
    /** 331. */
    RPL_NOTOPIC(331, "No topic is set"),
    /** 332. */
    RPL_TOPIC(332, ""),
    /** 333. */
    RPL_TOPICWHOTIME(333, ""),
    /** 335. */
    RPL_WHOISBOT(335, "is a bot"),
    /** 336. */
    RPL_INVITELIST(336, ""),
    /** 337. */
    RPL_ENDOFINVITELIST(337, "End of INVITE list"),
    /** 338. */
    RPL_WHOISACTUALLY(338, ""),
    /** 341. */
    RPL_INVITING(341, ""),
    /** 346. */
    RPL_INVEXLIST(346, ""),
    /** 347. */
    RPL_ENDOFINVEXLIST(347, "End of channel invite exception list"),
    /** 348. */
    RPL_EXCEPTLIST(348, ""),
    /** 349. */
    RPL_ENDOFEXCEPTLIST(349, "End of channel exception list"),
    /** 351. */
    RPL_VERSION(351, ""),
    /** 352. */
    RPL_WHOREPLY(352, ""),
    /** 353. */
    RPL_NAMREPLY(353, ""),
    /** 354. */
    RPL_WHOSPCRPL(354, ""),
    /** 364. */
    RPL_LINKS(364, ""),
    /** 365. */
    RPL_ENDOFLINKS(365, "End of LINKS list"),
    /** 366. */
    RPL_ENDOFNAMES(366, "End of NAMES list"),
    /** 367. */
    RPL_BANLIST(367, ""),
    /** 368. */
    RPL_ENDOFBANLIST(368, "End of channel ban list"),
    /** 369. */
    RPL_ENDOFWHOWAS(369, "End of WHOWAS"),
    /** 371. */
    RPL_INFO(371, ""),
    /** 372. */
    RPL_MOTD(372, ""),
    /** 374. */
    RPL_ENDOFINFO(374, "End of INFO list"),
    /** 375. */
    RPL_MOTDSTART(375, ""),
    /** 376. */
    RPL_ENDOFMOTD(376, "End of MOTD command"),
    /** 378. */
    RPL_WHOISHOST(378, ""),
    /** 379. */
    RPL_WHOISMODES(379, ""),
    /** 381. */
    RPL_YOUREOPER(381, "You are now an IRC operator"),
    /** 382. */
    RPL_REHASHING(382, "Rehashing"),
    /** 391. */
    RPL_TIME(391, ""),
    /** 400. */
    ERR_UNKNOWNERROR(400, ""),
    /** 401. */
    ERR_NOSUCHNICK(401, "No such nick/channel"),
    /** 402. */
    ERR_NOSUCHSERVER(402, "No such server"),
    /** 403. */
    ERR_NOSUCHCHANNEL(403, "No such channel"),
    /** 404. */
    ERR_CANNOTSENDTOCHAN(404, "Cannot send to channel"),
    /** 405. */
    ERR_TOOMANYCHANNELS(405, "You have joined too many channels"),
    /** 406. */
    ERR_WASNOSUCHNICK(406, "There was no such nickname"),
    /** 407. */
    ERR_TOOMANYTARGETS(407, "Too many targets"),
    /** 409. */
    ERR_NOORIGIN(409, "No origin specified"),
    /** 410. */
    ERR_INVALIDCAPCMD(410, "Invalid CAP command"),
    /** 411. */
    ERR_NORECIPIENT(411, ""),
    /** 412. */
    ERR_NOTEXTTOSEND(412, "No text to send"),
    /** 417. */
    ERR_INPUTTOOLONG(417, "Input line was too long"),
    /** 421. */
    ERR_UNKNOWNCOMMAND(421, "Unknown command"),
    /** 422. */
    ERR_NOMOTD(422, "MOTD File is missing"),
    /** 431. */
    ERR_NONICKNAMEGIVEN(431, "No nickname given"),
    /** 432. */
    ERR_ERRONEUSNICKNAME(432, "Erroneous nickname"),
    /** 433. */
    ERR_NICKNAMEINUSE(433, "Nickname is already in use"),
    /** 436. */
    ERR_NICKCOLLISION(436, "Nickname collision KILL"),
    /** 437. */
    ERR_UNAVAILRESOURCE(437, "Nick/channel is temporarily unavailable"),
    /** 441. */
    ERR_USERNOTINCHANNEL(441, "They aren't on that channel"),
    /** 442. */
    ERR_NOTONCHANNEL(442, "You're not on that channel"),
    /** 443. */
    ERR_USERONCHANNEL(443, "is already on channel"),
    /** 451. */
    ERR_NOTREGISTERED(451, "You have not registered"),
    /** 461. */
    ERR_NEEDMOREPARAMS(461, "Not enough parameters"),
    /** 462. */
    ERR_ALREADYREGISTERED(462, "You may not reregister"),
    /** 464. */
    ERR_PASSWDMISMATCH(464, "Password incorrect"),
    /** 465. */
    ERR_YOUREBANNEDCREEP(465, "You are banned from this server"),
    /** 467. */
    ERR_KEYSET(467, "Channel key already set"),
    /** 471. */
    ERR_CHANNELISFULL(471, "Cannot join channel (+l)"),
    /** 472. */
    ERR_UNKNOWNMODE(472, "is unknown mode char to me"),
    /** 473. */
    ERR_INVITEONLYCHAN(473, "Cannot join channel (+i)"),
    /** 474. */
    ERR_BANNEDFROMCHAN(474, "Cannot join channel (+b)"),
    /** 475. */
    ERR_BADCHANNELKEY(475, "Cannot join channel (+k)"),
    /** 476. */
    ERR_BADCHANMASK(476, "Bad Channel Mask"),
    /** 478. */
    ERR_BANLISTFULL(478, "Channel list is full"),
    /** 481. */
    ERR_NOPRIVILEGES(481, "Permission Denied- You're not an IRC operator"),
    /** 482. */
    ERR_CHANOPRIVSNEEDED(482, "You're not channel operator"),
    /** 483. */
    ERR_CANTKILLSERVER(483, "You cant kill a server!"),
    /** 491. */
    ERR_NOOPERHOST(491, "No O-lines for your host"),
    /** 501. */
    ERR_UMODEUNKNOWNFLAG(501, "Unknown MODE flag"),
    /** 502. */
    ERR_USERSDONTMATCH(502, "Cant change mode for other users"),
    /** 524. */
    ERR_HELPNOTFOUND(524, "No help available on this topic"),
    /** 525. */
    ERR_INVALIDKEY(525, "Key is not well-formed"),
    /** 670. */
    RPL_STARTTLS(670, "STARTTLS successful, proceed with TLS handshake"),
    /** 671. */
    RPL_WHOISSECURE(671, "is using a secure connection"),
    /** 691. */
    ERR_STARTTLS(691, "STARTTLS failed"),
    /** 696. */
    ERR_INVALIDMODEPARAM(696, ""),
    /** 704. */
    RPL_HELPSTART(704, ""),
    /** 705. */
    RPL_HELPTXT(705, ""),
    /** 706. */
    RPL_ENDOFHELP(706, ""),
    /** 723. */
    ERR_NOPRIVS(723, "Insufficient oper privileges."),
    /** 730. */
    RPL_MONONLINE(730, ""),
    /** 731. */
    RPL_MONOFFLINE(731, ""),
    /** 900. */
    RPL_LOGGEDIN(900, ""),
    /** 901. */
    RPL_LOGGEDOUT(901, "You are now logged out"),
    /** 902. */
    ERR_NICKLOCKED(902, "You must use a nick assigned to you"),
    /** 903. */
    RPL_SASLSUCCESS(903, "SASL authentication successful"),
    /** 904. */
    ERR_SASLFAIL(904, "SASL authentication failed"),
    /** 905. */
    ERR_SASLTOOLONG(905, "SASL message too long"),
    /** 906. */
    ERR_SASLABORTED(906, "SASL authentication aborted"),
    /** 907. */
    ERR_SASLALREADY(907, "You have already authenticated using SASL"),
    /** 908. */
    RPL_SASLMECHS(908, "are available SASL mechanisms");

    private final String digits;
    private final String text;

    Numeric(int code, String text) {
        this.digits = String.valueOf(1000 + code).substring(1);
        this.text = text;
    }

    /**
     * The command on the wire.
     *
     * @return three digits
     */
    public String digits() {
        return digits;
    }

    /**
     * Its usual last parameter.
     *
     * @return empty where every reply has another
     */
    public String text() {
        return text;
    }
}
