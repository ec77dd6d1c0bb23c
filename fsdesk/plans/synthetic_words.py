"""Words that the synthetic families are made of: names, places and short plain sentences, all invented."""

from __future__ import annotations

FIRST_NAMES = (
    "Aileen", "Amara", "Amélie", "Angus", "Asha", "Beata", "Calum", "Catriona", "Chidi", "Daniela", "Davie", "Eilidh",
    "Emre", "Fatima", "Fergus", "Grace", "Hamish", "Ines", "Iona", "Jamila", "Joanna", "Kamil", "Keir", "Leila",
    "Łukasz", "Mairi", "Marek", "Mhairi", "Nadia", "Niamh", "Olivia", "Oscar", "Priya", "Rab", "Rhona", "Rosa",
    "Senga", "Siobhán", "Tariq", "Tomasz", "Uche", "Wafa", "Yasmin", "Zoë",
)  # fmt: skip
SURNAMES = (
    "Adeyemi", "Baird", "Cassidy", "Drummond", "Fairlie", "Gilmour", "Hussain", "Imrie", "Jankowska", "Kerr", "Laird",
    "Meikle", "Nowak", "O'Hare", "Petrescu", "Quigley", "Rafferty", "Singh", "Tennant", "Ure", "Wylie", "Zaman",
)  # fmt: skip
PLACES = (
    "Auldmuir", "Birkhill", "Cairnbrae", "Dalwhin", "Elderburn", "Fernlea", "Garscraig", "Hazelbank", "Inverlea",
    "Kelpburn", "Larkhaugh", "Mossgrove", "Netherlaw", "Orchardmuir", "Pinewynd", "Rowanbrae", "Skelbeg", "Tannerbrae",
)  # fmt: skip
HELPERS = ("Dan", "Ailsa", "Ross", "Priti", "Morven", "Tunde", "Kirstin", "Faisal")

WHY_NOW = (
    "We asked for a hand when {who} started school.",
    "It got busy at home and we wanted somebody beside us.",
    "We asked before it got too much.",
    "A new flat, a new school and nobody we know here yet.",
    "The shifts changed and the evenings went with them.",
)
MATTERS = (
    "Tea together, all of us, with the telly off.",
    "That {who} laughs in the morning.",
    "A quiet house on a Sunday.",
    "That we stay near my mum.",
    "Being asked, not told.",
    "A garden where {who} can run about.",
)
SAID = (
    "I want us all at the swimming on a Saturday.",
    "I want my own shelf and a light I can read by.",
    "I like it best when nobody is in a hurry.",
    "I want to learn to cook the thing my gran makes.",
    "I would like one hour a week that is mine.",
    "I want to go to the park with all my cousins.",
    "Ask me after tea, I think better then.",
    "I want to be good at something that is not school.",
)
OBSERVED = (
    "{who} turned to the window each time the bus went by.",
    "{who} carried the same cup to every person in the room.",
    "{who} stopped crying when the singing began.",
    "{who} put all the figures in one bed and laughed.",
)
STRENGTHS = (
    "{who} keeps going when a day turns out hard.",
    "{who} makes a meal out of very little.",
    "{who} notices when somebody is sad.",
    "{who} can mend almost anything with wheels.",
    "{who} tells a story that holds the whole room.",
    "{who} gets everybody out of the door with a song.",
    "{who} asks good questions and remembers the answers.",
    "{who} speaks two languages and swaps between them.",
)
NEAR_US = (
    ("The neighbours on the stair", "Spare keys, parcels and a hand with the pram."),
    ("The allotment", "Leeks, company and a place to dig."),
    ("Gran round the corner", "Tea after school and a spare bed."),
    ("The Saturday football", "Pals, and a coach who rings back."),
    ("The choir", "Singing, and lifts on wet nights."),
    ("The library", "Warm seats and stories on a Thursday."),
)
ABOUT_US = (
    "Shoes off at the door, please.",
    "We eat late, so come before six or after eight.",
    "Ring the bell twice, the first one is the dog's.",
    "We keep Fridays for prayer.",
    "Loud rooms are hard for us.",
)
GOALS = (
    ("Tea together three times a week", "we hear ourselves laugh"),
    ("Mornings without shouting", "the radio is the loudest thing"),
    ("Sleep through most nights", "nobody yawns at breakfast"),
    ("One thing each week that is only for fun", "we argue about what to do next"),
    ("A bed each by the winter", "the door is shut and someone is snoring"),
    ("Friends round after school", "there are too many shoes in the hall"),
    ("Money that lasts the month", "the last Friday is like any other"),
)
OPTIONS = (
    ("Saturday drop-in", "Toast, toys and other families. You walk in."),
    ("Someone to go along with you", "The first visit together, the second on your own."),
    ("A swap with the neighbours", "Two evenings for two evenings."),
    ("A form filled in together", "One hour at the kitchen table."),
    ("A walking group", "Along the water and back, prams welcome."),
    ("Nothing for now", "You say when you would like more."),
)
FAMILY_STEPS = (
    "{who} picks the first Saturday.",
    "{who} lays out the bags at night.",
    "{who} asks the neighbour about Tuesdays.",
    "{who} writes down what worked this week.",
)
OUR_STEPS = (
    "{who} rings the housing office about the damp.",
    "{who} brings the bus times and two passes.",
    "{who} asks the school for a later start.",
    "{who} fills in the form with you.",
    "{who} finds out who runs the walking group.",
)
WORRIES = (
    ("Money runs out before the month does.", "The heating costs more than the rent went up."),
    ("The damp in the back room is on the bedding.", "The landlord has been told twice."),
    ("The bus to nursery takes an hour.", "The nearer one is full until summer."),
)
FEEDBACK = (
    ("Too many letters, please text.", "We text now, and read letters out when we meet."),
    ("You came at tea time.", "We come after seven now."),
    ("We liked the walk better than the office.", "We walk whenever it is dry."),
)
REVIEWED = (
    "Two teas together last week.",
    "It is a bit louder and a bit better.",
    "The mornings are the same, the evenings are easier.",
    "We had a hard month and still went swimming.",
)
