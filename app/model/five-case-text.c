/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "five-case-text.h"

#include "fold.h"

#include <string.h>

#define MOST_LEVELS 6
#define LEAST_FENCE 3
/* As in Markdown: what stands further in is code, or belongs to a list's entry. */
#define MOST_INDENT 3
#define FIRST_YEAR 1990
#define LAST_YEAR 2199
#define YEAR_DIGITS 4

static void
heading_free (gpointer data)
{
  AccordHeading *self = data;

  g_free (self->title);
  g_string_free (self->body, TRUE);
  g_free (self);
}

static const char *
skip_blanks (const char *line, guint *n_blanks)
{
  const char *at = line;

  while (*at == ' ')
    at++;
  *n_blanks = (guint) (at - line);
  return at;
}

static AccordHeading *
add_heading (GPtrArray *headings, guint level, const char *words)
{
  AccordHeading *self = g_new0 (AccordHeading, 1);

  self->level = level;
  self->title = accord_text_collapse (words);
  self->body = g_string_new (NULL);
  g_ptr_array_add (headings, self);
  return self;
}

/* "## Objectives ##" */
static gboolean
take_hashes (GPtrArray *headings, const char *line)
{
  guint n_blanks, level = 0;
  const char *at = skip_blanks (line, &n_blanks);
  g_autofree char *words = NULL;
  gsize length;

  while (at[level] == '#')
    level++;
  if (n_blanks > MOST_INDENT || level == 0 || level > MOST_LEVELS
      || (at[level] != ' ' && at[level] != '\t' && at[level] != '\0'))
    return FALSE;
  words = g_strstrip (g_strdup (at + level));
  length = strlen (words);
  while (length > 0 && words[length - 1] == '#')
    words[--length] = '\0';
  add_heading (headings, level, words);
  return TRUE;
}

/* A line in bold alone is how people head a section who do not know the signs for headings. */
static gboolean
take_bold (GPtrArray *headings, const char *line)
{
  g_autofree char *words = g_strstrip (g_strdup (line));
  gsize length = strlen (words);

  if (length > 0 && words[length - 1] == ':')
    words[--length] = '\0';
  if (length <= 4 || !(g_str_has_prefix (words, "**") || g_str_has_prefix (words, "__"))
      || strncmp (words + length - 2, words, 2) != 0)
    return FALSE;
  words[length - 2] = '\0';
  if (strstr (words + 2, "**") != NULL)
    return FALSE;
  length = strlen (words);
  if (words[length - 1] == ':')
    words[length - 1] = '\0';
  add_heading (headings, MOST_LEVELS + 1, words + 2);
  return TRUE;
}

/* The line under a heading: "=====" or "-----". */
static guint
underline_level (const char *line)
{
  g_autofree char *words = g_strstrip (g_strdup (line));

  if (*words == '\0' || (*words != '=' && *words != '-'))
    return 0;
  if (strspn (words, *words == '=' ? "=" : "-") != strlen (words))
    return 0;
  return *words == '=' ? 1 : 2;
}

static gboolean
is_fence (const char *line)
{
  guint n_blanks;
  const char *at = skip_blanks (line, &n_blanks);

  return n_blanks <= MOST_INDENT && (strspn (at, "`") >= LEAST_FENCE || strspn (at, "~") >= LEAST_FENCE);
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\r")] == '\0';
}

/* Whether @line heads what comes: for that the line after it has to be seen. */
static gboolean
take_heading (GPtrArray *headings, char **line, gboolean *underlined)
{
  guint level = line[1] != NULL && !is_blank (*line) ? underline_level (line[1]) : 0;

  *underlined = FALSE;
  if (take_hashes (headings, *line) || take_bold (headings, *line))
    return TRUE;
  if (level == 0 || underline_level (*line) > 0 || strchr ("-*+|>", *line[0]) != NULL)
    return FALSE;
  add_heading (headings, level, *line);
  *underlined = TRUE;
  return TRUE;
}

/**
 * accord_headings_parse:
 * @text: (nullable): text in Markdown
 *
 * Returns: (transfer full) (element-type AccordHeading): its headings, in order, with what stands under each;
 *   the first is what stands before all headings, at level 0 and without words
 */
GPtrArray *
accord_headings_parse (const char *text)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (heading_free);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  AccordHeading *current = add_heading (headings, 0, "");
  gboolean fenced = FALSE, underlined;

  for (char **line = lines; *line != NULL; line++)
    {
      g_strchomp (*line);
      if (is_fence (*line))
        fenced = !fenced;
      else if (!fenced && take_heading (headings, line, &underlined))
        {
          current = headings->pdata[headings->len - 1];
          line += underlined ? 1 : 0;
          continue;
        }
      g_string_append (current->body, *line);
      g_string_append_c (current->body, '\n');
    }
  return headings;
}

/* What stands under a heading: its own words and all that is headed below it. */
static char *
dup_words_under (GPtrArray *headings, guint index)
{
  const AccordHeading *heading = headings->pdata[index];
  GString *words = g_string_new (heading->body->str);

  for (guint i = index + 1; i < headings->len; i++)
    {
      const AccordHeading *below = headings->pdata[i];

      if (below->level <= heading->level)
        break;
      g_string_append (words, below->body->str);
    }
  return g_string_free (words, FALSE);
}

static guint
count_words (const char *text)
{
  guint n_words = 0;
  gboolean within = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean letter = g_unichar_isalnum (c);

      n_words += letter && !within;
      /* An apostrophe or a hyphen parts no words. */
      within = letter || (within && !g_unichar_isspace (c));
    }
  return n_words;
}

/* Words that keep the place of words. */
static gboolean
is_promise (const char *text)
{
  static const char *const promises[] = { "tbc",          "tbd",
                                          "tba",          "to be confirmed",
                                          "to follow",    "to be completed",
                                          "to be done",   "to be determined",
                                          "to come",      "to be added",
                                          "to be agreed", NULL };
  g_autofree char *folded = accord_text_fold (text);
  g_autofree char *plain = NULL;

  for (char *at = folded; *at != '\0'; at++)
    if (strchr ("*_[]().<>:-", *at) != NULL)
      *at = ' ';
  plain = accord_text_collapse (folded);
  return g_strv_contains (promises, plain);
}

static AccordSectionState
state_of (const char *text, guint *n_words)
{
  *n_words = count_words (text);
  if (*n_words == 0)
    return ACCORD_SECTION_EMPTY;
  return is_promise (text) ? ACCORD_SECTION_PROMISED : ACCORD_SECTION_WRITTEN;
}

/**
 * accord_section_find:
 * @headings: the headings of one of the five cases
 * @section: a section of it
 * @heading: (out) (optional) (transfer full) (nullable): the heading that means it
 * @n_words: (out) (optional): how many words stand under it
 *
 * Looks for a section. Where several headings mean it, the one with words counts.
 *
 * Returns: whether it is there
 */
AccordSectionState
accord_section_find (GPtrArray *headings, const AccordFiveSection *section, char **heading, guint *n_words)
{
  AccordSectionState best = ACCORD_SECTION_MISSING;
  const char *found = NULL;
  guint most = 0;

  for (guint i = 0; i < headings->len; i++)
    {
      const AccordHeading *one = headings->pdata[i];
      g_autofree char *text = NULL;
      AccordSectionState state;
      guint n;

      if (!accord_five_section_is_meant (section, one->title))
        continue;
      text = dup_words_under (headings, i);
      state = state_of (text, &n);
      if (state < best || (state == best && n <= most && found != NULL))
        continue;
      best = state;
      found = one->title;
      most = n;
    }
  if (heading != NULL)
    *heading = g_strdup (found);
  if (n_words != NULL)
    *n_words = most;
  return best;
}

/* "- ", "* ", "+ ", "1. ", "1) ", "a) " */
static gboolean
begins_entry (const char *line)
{
  guint n_blanks;
  const char *at = skip_blanks (line, &n_blanks);
  gsize n_digits = strspn (at, "0123456789");

  if (n_blanks > MOST_INDENT)
    return FALSE;
  if (strchr ("-*+", *at) != NULL && *at != '\0')
    return at[1] == ' ' || at[1] == '\t';
  if (g_str_has_prefix (at, "•"))
    return TRUE;
  if (n_digits == 0 && g_ascii_isalpha (*at))
    n_digits = 1;
  return n_digits > 0 && (at[n_digits] == '.' || at[n_digits] == ')')
         && (at[n_digits + 1] == ' ' || at[n_digits + 1] == '\t');
}

static const char *
skip_entry_mark (const char *entry)
{
  const char *at = entry + strspn (entry, " ");
  gsize mark = strcspn (at, " \t");

  return begins_entry (entry) ? at + mark : at;
}

static gboolean
is_year (const char *digits, gsize n_digits)
{
  gint64 year = n_digits == YEAR_DIGITS ? g_ascii_strtoll (digits, NULL, 10) : 0;

  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static gboolean
is_month (const char *words)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec" };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (words, months[i], strlen (months[i])) == 0)
      return TRUE;
  return FALSE;
}

/* A run of digits is a year or a figure; what follows a year's stroke, as in 2019/20, is part of it, and so
 * is the day that stands before a month's name. */
static void
look_for_figures (const char *entry, gboolean *dated, gboolean *measured)
{
  const char *at = skip_entry_mark (entry);

  *dated = *measured = FALSE;
  while (*at != '\0')
    {
      gsize n_digits = strspn (at, "0123456789");
      const char *after = at + n_digits;

      if (n_digits == 0)
        {
          at++;
          continue;
        }
      if (is_year (at, n_digits))
        {
          *dated = TRUE;
          if ((*after == '/' || *after == '-') && g_ascii_isdigit (after[1]))
            after += 1 + strspn (after + 1, "0123456789-");
        }
      else if (!(n_digits <= 2 && *after == ' ' && is_month (after + 1)))
        *measured = TRUE;
      at = after;
    }
}

static void
count_entry (AccordObjectives *objectives, const char *entry)
{
  gboolean dated, measured;

  look_for_figures (entry, &dated, &measured);
  objectives->n_listed++;
  objectives->n_dated += dated;
  objectives->n_measured += measured;
}

static void
count_listed (AccordObjectives *objectives, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) entry = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      if (begins_entry (*line))
        {
          if (entry->len > 0)
            count_entry (objectives, entry->str);
          g_string_assign (entry, *line);
        }
      else if (entry->len > 0)
        g_string_append_printf (entry, " %s", *line);
    }
  if (entry->len > 0)
    count_entry (objectives, entry->str);
}

/* Where there is no list, each objective may have a heading of its own. */
static void
count_headed (AccordObjectives *objectives, GPtrArray *headings, guint index)
{
  const AccordHeading *heading = headings->pdata[index];
  guint level = 0;

  for (guint i = index + 1; i < headings->len; i++)
    {
      const AccordHeading *below = headings->pdata[i];
      g_autofree char *words = NULL;

      if (below->level <= heading->level)
        break;
      level = level == 0 ? below->level : level;
      if (below->level != level)
        continue;
      words = g_strdup_printf ("%s\n%s", below->title, below->body->str);
      count_entry (objectives, words);
    }
}

/**
 * accord_objectives_count:
 * @headings: the headings of the strategic case
 *
 * Returns: its objectives, where they are listed under a heading that says so
 */
AccordObjectives
accord_objectives_count (GPtrArray *headings)
{
  AccordObjectives objectives = { 0 };
  const AccordFiveSection *section = NULL;
  guint n_sections;
  const AccordFiveSection *all = accord_five_sections (ACCORD_FIVE_STRATEGIC, &n_sections);

  for (guint i = 0; i < n_sections && section == NULL; i++)
    if (strcmp (all[i].code, "objectives") == 0)
      section = &all[i];
  for (guint i = 0; i < headings->len && objectives.n_listed == 0; i++)
    {
      g_autofree char *words = NULL;

      if (!accord_five_section_is_meant (section, ((AccordHeading *) headings->pdata[i])->title))
        continue;
      words = dup_words_under (headings, i);
      count_listed (&objectives, words);
      if (objectives.n_listed == 0)
        count_headed (&objectives, headings, i);
    }
  return objectives;
}
