/** The words of the page on which the streamer says where the community comes from. */

export const community = {
  chooseTitle: 'Where it comes from',
  choice: {
    none: {
      title: 'Not connected',
      purpose: 'An invented community lives on the island.',
    },
    relay: {
      title: 'Follow a d-back',
      purpose: 'Its bot runs d-back somewhere already.',
    },
    ingest: {
      title: 'Any bot pushes',
      purpose: 'Your bot or program sends what happens.',
    },
    script: {
      title: 'Your own script',
      purpose: 'A file on this computer says who is there.',
    },
    bot: {
      title: 'Your own Discord bot',
      purpose: 'The app signs in to Discord as your bot.',
    },
  },
  status: {
    label: 'How it is doing',
    connecting: { title: 'Connecting…', advice: 'This takes a moment.' },
    live: {
      title: 'Live',
      advice: (servers: number, members: string): string =>
        servers === 1
          ? `On the island: 1 server, ${members} members.`
          : `On the island: ${servers} servers, ${members} members.`,
      nobodyYet: 'Connected. Nobody has been reported yet.',
    },
    stale: 'Showing what was last known',
    retryIn: (duration: string): string => `Trying again in ${duration}`,
    retrying: 'Trying again…',
    retryNow: 'Try again now',
    hidden: {
      title: 'A rehearsal hides your community.',
      advice: 'The island shows an invented one. Yours is connected when the rehearsal ends.',
      end: 'End rehearsal',
    },
  },
  none: {
    title: 'Your own community is not connected yet.',
    advice:
      'Until then an invented one lives on the island, so that you can set up OBS. Choose on the left where yours comes from.',
  },
  relay: {
    about:
      'Ask whoever runs the bot for its address. The app only listens: nothing changes over there.',
    address: 'Address of the d-back',
    placeholder: 'wss://bot.example.org:3000',
    hint: 'Begins with wss://, or with ws:// when it runs on this computer.',
    invalid: 'An address looks like wss://bot.example.org:3000.',
  },
  ingest: {
    about:
      'Give the address and a token to the bot that shall send. It may run anywhere on this computer.',
    endpoint: 'Address to send to',
    copyEndpoint: 'Copy address',
    notRunning: 'There is no address while the overlay server is not running.',
    tokens: 'Tokens',
    tokensHint: 'Each sender has one of its own, so that you can shut out one alone.',
    noTokens: 'No token yet: nobody can send.',
    allServers: 'All servers',
    servers: (count: number): string => (count === 1 ? '1 server' : `${count} servers`),
    created: (date: string): string => `made ${date}`,
    newToken: 'New token',
    name: 'Name',
    namePlaceholder: 'What is it for?',
    limit: 'May send for',
    limitChosen: 'Only these servers',
    create: 'Make token',
    fresh: {
      title: (name: string): string => `Token for ${name}`,
      once: 'Copy it now: it is shown this once and can never be read again.',
      show: 'Show',
      hide: 'Hide',
      copy: 'Copy token',
      copied: 'Copied the token',
      done: 'Done',
    },
    revoke: 'Revoke',
    revokeNamed: (name: string): string => `Revoke ${name}`,
    revokeQuestion: 'It stops working at once.',
    keep: 'Keep',
  },
  script: {
    about:
      'The script says who is there and what is said. It runs in a process of its own: a mistake in it cannot harm the overlay.',
    file: 'Script',
    noFile: 'No file chosen yet',
    choose: 'Choose…',
    hint: 'Save it in your editor, and it is read again at once. What it prints stands in the event log.',
    trust: 'Choose only a script that you trust: it can do what you can do on this computer.',
    docs: 'docs/sources/script.md explains how to write one and has three examples.',
  },
  bot: {
    about:
      'No server is needed, only an application of your own in Discord’s developer portal. It is free.',
    openPortal: 'Open developer portal',
    token: {
      label: 'Bot token',
      hint: 'On the page “Bot” of your application, press “Reset Token” and copy it.',
      save: 'Save',
      cancel: 'Cancel',
      replace: 'Replace',
      erase: 'Erase',
      eraseQuestion: 'The bot is signed out.',
      keep: 'Keep',
      place: {
        keychain: 'Saved, encrypted with your system’s keychain',
        memory: 'Kept until you quit: this system has no keychain',
        environment: (variable: string): string => `From the environment variable ${variable}`,
      },
    },
    intents: {
      title: 'Switch on in the portal',
      hint: 'On the page “Bot”, under “Privileged Gateway Intents”. Discord keeps them off at first.',
      on: 'on',
      list: [
        { name: 'Server Members Intent', why: 'who is in your community' },
        { name: 'Presence Intent', why: 'who is online, idle or busy' },
        { name: 'Message Content Intent', why: 'what they say' },
      ],
    },
    invite: {
      title: 'Invite',
      waiting: 'The link appears here as soon as the bot is signed in.',
      hint: (bot: string): string => `Opens Discord, where you choose the server for ${bot}.`,
      open: 'Open in browser',
      copy: 'Copy link',
      copied: 'Copied the invite link',
    },
    guilds: {
      title: 'What is shown',
      waiting: 'As soon as the bot is on a server, you choose here what is shown of it.',
      server: 'Server',
      channels: 'Channels whose chat is shown',
      private: 'private',
      futureShown: 'Public channels made later are shown as well.',
      futureHidden: 'Channels made later stay off until you tick them.',
      noChannels: 'The bot sees no channel here.',
      people: 'Who appears',
      hideBots: 'Hide other bots',
      hiddenRoles: 'Hide everyone with the role',
      optedOut: 'Members who do not want to appear',
      optedOutHint: 'Their Discord user ids, one a line. Nothing about them leaves the bot.',
      optedOutInvalid: (word: string): string =>
        `“${word}” is no user id: those are 17 to 20 digits.`,
      chat: 'Chat',
      noText: 'Show that somebody talks, but not the words',
      delay: 'Delay in seconds',
      delayHint: (longest: number): string =>
        `From 0 to ${longest}. A message deleted on Discord within it is never shown.`,
    },
  },
} as const;
