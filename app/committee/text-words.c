/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-words.h"

#include <string.h>

/* The longest title that is told by its shape, and how far into a paragraph its verb is looked for. */
#define LONGEST_TITLE 150
#define OPENING 240
/* A sentence of as many words does not end without a full stop. */
#define LONG_SENTENCE 20
#define SENTENCE 3

/* How the titles begin that nearly every agenda has. */
static const char *const usual[] = {
  "apologies",
  "apology",
  "declaration",
  "disclosure",
  "minutes",
  "urgent business",
  "urgent items",
  "public question",
  "public participation",
  "public speaking",
  "public session",
  "matters arising",
  "any other business",
  "date of next",
  "date and time of next",
  "exclusion of",
  "exempt",
  "election of",
  "appointment of",
  "chair's announcements",
  "chairman's announcements",
  "welcome",
  "late items",
  "work programme",
  "forward plan",
  "membership",
  "items of urgent business",
  "notification of",
  "petitions",
  "councillor questions",
  "member question",
};

/* How agenda text begins. */
static const char *const agenda[] = {
  "report of",
  "report to",
  "report by",
  "report from",
  "report updating",
  "report detailing",
  "report attached",
  "report enclosed",
  "a report",
  "joint report",
  "verbal",
  "members are",
  "members to",
  "members who",
  "members of the public are",
  "members of the public who",
  "questions are",
  "councillors are",
  "councillors to",
  "in accordance with",
  "the cabinet is",
  "the board is",
  "the committee is",
  "the council is",
  "the executive is",
  "please note",
  "details of",
  "officer contact",
  "minutes of the meeting held on",
  "in order to",
  "a period of",
  "a schedule ",
  "an opportunity",
  "if you have",
};

/* What minutes begin with, and what makes a report of them. */
static const char *const minutes[] = {
  "resolved",
  "unanimously resolved",
  "agreed",
  "it was ",
  "there was",
  "there were",
  "no declarations",
  "no members",
  "apologies for absence were",
  "apologies for absence are",
  "apologies are noted",
  "apologies were",
  "an apology",
  "proposed by",
  "moved by",
  "responding",
  "in response",
  "that cllr",
  "that councillor",
  "that the ",
  "noted",
  "none.",
  "none",
};
static const char *const verbs[] = {
  " submitted ", " considered ", " received ",    " reported ",  " was ",      " were ",     " noted ",
  " advised ",   " introduced ", " presented ",   " gave ",      " attended ", " agreed ",   " welcomed ",
  " had been ",  " stated ",     " asked ",       " confirmed ", " declared ", " informed ", " provided ",
  " outlined ",  " explained ",  " thanked ",     " resolved ",  " invited ",  " proposed ", " seconded ",
  " moved ",     " told ",       " highlighted ", " updated ",
};
static const char *const still_agenda[] = {
  " are attached",   " is attached",  " attached for",  " will be ",    " to follow",
  " copy attached",  " is asked",     " are asked",     " are invited", " is invited",
  " is recommended", " are reminded", " should be ",    " may ask ",    " has been set aside",
  " will then be ",  " is requested", " are requested", " is enclosed",
};

static gboolean
begins (const char *words, const char *const *with, guint n_with)
{
  for (guint i = 0; i < n_with; i++)
    if (g_ascii_strncasecmp (words, with[i], strlen (with[i])) == 0)
      return TRUE;
  return FALSE;
}

/* The first place where one of some words stands, or %NULL. */
static const char *
first_of (const char *lower, const char *const *what, guint n_what)
{
  const char *first = NULL;

  for (guint i = 0; i < n_what; i++)
    {
      const char *found = strstr (lower, what[i]);

      if (found != NULL && (first == NULL || found < first))
        first = found;
    }
  return first;
}

static gunichar
last_character (const AccordTextReading *reading, AccordSpan span)
{
  const char *end = reading->text + span.end;

  return accord_span_is_empty (span) ? 0 : g_utf8_get_char (g_utf8_prev_char (end));
}

/**
 * accord_text_words_end_sentence:
 * @reading: a reading
 * @span: a place without white space at its ends
 *
 * Returns: whether it ends as a sentence does
 */
gboolean
accord_text_words_end_sentence (const AccordTextReading *reading, AccordSpan span)
{
  switch (last_character (reading, span))
    {
    case '.':
    case '!':
    case '?':
    case ')':
    case ']':
    case '"':
    case '|':
    case 0x2019:
    case 0x201d:
    case 0x2026:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * accord_text_words_may_be_title:
 * @reading: a reading
 * @line: number of a line
 *
 * Returns: whether a line looks like a title: short, no sentence, no entry of a list and no agenda text
 */
gboolean
accord_text_words_may_be_title (const AccordTextReading *reading, guint line)
{
  g_autofree char *words = accord_text_reading_dup (reading, line);
  AccordSpan span = accord_text_reading_line (reading, line);
  gunichar last, first;

  if (words == NULL || *words == '\0' || span.end - span.start > LONGEST_TITLE)
    return FALSE;
  first = g_utf8_get_char (words);
  last = last_character (reading, span);
  if (!g_unichar_isupper (first) && !g_unichar_isdigit (first))
    return FALSE;
  if (last == '.' || last == ';' || last == ':' || last == ',' || last == '!' || last == '-')
    return FALSE;
  return !accord_text_words_open_agenda (words) && !accord_text_words_are_minutes (reading, line)
         && g_ascii_strncasecmp (words, "action", 6) != 0 && g_ascii_strncasecmp (words, "note:", 5) != 0;
}

/* Whether a verb of the past begins here: “provided”, “sought”. */
static gboolean
tells (const char *words)
{
  static const char *const irregular[] = { "sought", "gave", "was", "were", "had", "set out" };
  gsize length = strcspn (words, " ");

  return (length > 3 && g_ascii_strncasecmp (words + length - 2, "ed", 2) == 0)
         || begins (words, irregular, G_N_ELEMENTS (irregular));
}

/**
 * accord_text_words_open_agenda:
 * @words: words with single spaces
 *
 * Returns: whether they begin as the text of an agenda does: “To consider …”, “Report of …”
 */
gboolean
accord_text_words_open_agenda (const char *words)
{
  if (g_ascii_strncasecmp (words, "to ", 3) == 0 && g_ascii_isalpha (words[3]))
    return TRUE;
  if (g_ascii_strncasecmp (words, "this report ", 12) == 0)
    return !tells (words + 12);
  if (g_ascii_strncasecmp (words, "the report ", 11) == 0)
    return !tells (words + 11);
  return begins (words, agenda, G_N_ELEMENTS (agenda));
}

/* The beginning of a line, which is all that its kind is told by, without a number or a bullet. */
static char *
dup_opening (const AccordTextReading *reading, guint line)
{
  AccordSpan span = accord_text_reading_line (reading, line);
  g_autofree char *words = NULL;
  const char *at;

  span.end = MIN (span.end, span.start + OPENING);
  while (span.end > span.start && ((guchar) reading->text[span.end] & 0xc0) == 0x80)
    span.end--;
  words = accord_text_reading_dup_span (reading, span);
  for (at = words; at != NULL && *at != '\0' && !g_unichar_isalpha (g_utf8_get_char (at));)
    at = g_utf8_next_char (at);
  return g_strdup (at != NULL ? at : "");
}

/* Whether words tell what was done, or say what is to be: whichever of the two comes first. */
static void
weigh (const char *words, gboolean *done, gboolean *proposed)
{
  g_autofree char *lower = g_ascii_strdown (words, -1);
  const char *verb = first_of (lower, verbs, G_N_ELEMENTS (verbs));
  const char *still = first_of (lower, still_agenda, G_N_ELEMENTS (still_agenda));

  *done = verb != NULL && (still == NULL || verb < still);
  *proposed = still != NULL && !*done;
}

/**
 * accord_text_words_are_minutes:
 * @reading: a reading
 * @line: number of a line
 *
 * Returns: whether a line that no label leads reads as minutes: it tells what was done
 */
gboolean
accord_text_words_are_minutes (const AccordTextReading *reading, guint line)
{
  g_autofree char *words = dup_opening (reading, line);
  gboolean done, proposed;

  if (begins (words, minutes, G_N_ELEMENTS (minutes)))
    return TRUE;
  if (!g_unichar_isupper (g_utf8_get_char (words)) || accord_text_words_open_agenda (words)
      || g_ascii_strncasecmp (words, "at its", 6) == 0)
    return FALSE;
  weigh (words, &done, &proposed);
  return done;
}

/**
 * accord_text_words_are_agenda:
 * @reading: a reading
 * @line: number of a line
 *
 * Returns: whether a line that no label leads reads as the text of an agenda: it says what is to be done
 */
gboolean
accord_text_words_are_agenda (const AccordTextReading *reading, guint line)
{
  g_autofree char *words = dup_opening (reading, line);
  gboolean done, proposed;

  if (begins (words, minutes, G_N_ELEMENTS (minutes)))
    return FALSE;
  weigh (words, &done, &proposed);
  return proposed || (!done && accord_text_words_open_agenda (words));
}

/**
 * accord_text_words_are_usual_title:
 * @words: words with single spaces
 *
 * Returns: whether they begin as the title of an item that nearly every agenda has
 */
gboolean
accord_text_words_are_usual_title (const char *words)
{
  return begins (words, usual, G_N_ELEMENTS (usual));
}

static guint
count_words (const AccordTextReading *reading, AccordSpan span)
{
  guint n = 0;
  gboolean inside = FALSE;

  for (gsize at = span.start; at < span.end && n <= LONG_SENTENCE; at++)
    {
      gboolean white = g_ascii_isspace (reading->text[at]);

      n += !white && !inside;
      inside = !white;
    }
  return n;
}

/* Where the last word of a place begins. */
static gsize
last_word (const AccordTextReading *reading, AccordSpan span)
{
  gsize at = span.end;

  while (at > span.start && !g_ascii_isspace (reading->text[at - 1]))
    at--;
  return at;
}

/* “Add” for “Additional documents:”: a label that breaks off. */
static gboolean
begins_label (const AccordTextReading *reading, AccordSpan span)
{
  static const char *const labels[] = { "Additional documents:", "Supporting documents:", "Minutes:",
                                        "Decision:", "RESOLVED" };
  gsize length = span.end - span.start;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (length >= 3 && length < strlen (labels[i])
        && strncmp (labels[i], reading->text + span.start, length) == 0
        && !(length + 1 == strlen (labels[i])))
      return TRUE;
  return FALSE;
}

/* “R”, “Fa”: what is left of a name. “GP” may be the whole. */
static gboolean
is_stump (const char *word, gsize length)
{
  return length == 1 || (length == 2 && g_ascii_islower (word[1]));
}

/**
 * accord_text_words_are_cut:
 * @reading: a reading
 * @span: the last paragraph of a text, without white space at its ends
 *
 * Judges whether a text was cut before its end. What ends without a full stop may be a short remark (“None
 * raised”) or an address; it counts as cut where it is long, or breaks off with a word in small letters.
 *
 * Returns: whether it was, as far as can be known
 */
gboolean
accord_text_words_are_cut (const AccordTextReading *reading, AccordSpan span)
{
  static const char *const remarks[] = { "none", "nil", "no ", "noted", "agreed", "not " };
  g_autofree char *words = NULL;
  gunichar last, first;
  gsize word;

  if (accord_span_is_empty (span) || accord_text_words_end_sentence (reading, span))
    return FALSE;
  last = last_character (reading, span);
  if (last == ',' || last == ';' || last == ':' || begins_label (reading, span))
    return TRUE;
  if (count_words (reading, span) >= LONG_SENTENCE)
    return TRUE;
  words = g_strndup (reading->text + span.start, span.end - span.start);
  if (begins (words, remarks, G_N_ELEMENTS (remarks)))
    return FALSE;
  word = last_word (reading, span);
  first = g_utf8_get_char (reading->text + word);
  if (g_unichar_islower (first))
    return count_words (reading, span) >= SENTENCE;
  return g_unichar_isupper (first) && is_stump (reading->text + word, span.end - word)
         && count_words (reading, span) >= SENTENCE * 2;
}

/**
 * accord_text_words_dup_contact:
 * @reading: a reading
 * @span: whom to ask, as stated
 *
 * Returns: (transfer full) (nullable): it in one line without labels at its end that lead nothing: “Email:”
 */
char *
accord_text_words_dup_contact (const AccordTextReading *reading, AccordSpan span)
{
  static const char *const empty[] = { " or email:", " email:", " e-mail:", " tel:", "," };
  char *words = accord_text_reading_dup_span (reading, span);

  for (guint i = 0; words != NULL && i < G_N_ELEMENTS (empty); i++)
    {
      gsize length = strlen (words), least = strlen (empty[i]);

      if (length <= least || g_ascii_strcasecmp (words + length - least, empty[i]) != 0)
        continue;
      words[length - least] = '\0';
      g_strchomp (words);
      i = (guint) -1;
    }
  return words;
}
