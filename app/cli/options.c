/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"

#include <glib/gi18n-lib.h>

#include "exit.h"
#include "text-table.h"

/* How an option's value is kept and read. */
typedef enum
{
  YES_NO,
  TEXT,
  TEXTS,
  PATH,
} Shape;

typedef struct
{
  AccordOptionSet bit; /* 0 for those that every command takes */
  const char *name;
  char letter;
  Shape shape;
  gsize offset;
  const char *value;
  const char *description;
} Option;

static const Option table[] = {
  { 0, "workspace", 'w', PATH, G_STRUCT_OFFSET (AccordOptions, workspace), N_ ("FILE"),
    N_ ("the workspace; else $ACCORD_WORKSPACE, else the only .accord file here") },
  { 0, "json", 'j', YES_NO, G_STRUCT_OFFSET (AccordOptions, json), NULL,
    N_ ("answer in JSON: money in whole pence, dates in ISO form") },
  { 0, "help", 'h', YES_NO, G_STRUCT_OFFSET (AccordOptions, help), NULL,
    N_ ("say how the program or a command is used") },
  { 0, "version", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, version), NULL,
    N_ ("say which version this is") },
  { ACCORD_OPTION_SEARCH, "search", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, search), N_ ("TEXT"),
    N_ ("only records that hold all these words") },
  { ACCORD_OPTION_WHERE, "where", 0, TEXTS, G_STRUCT_OFFSET (AccordOptions, where), N_ ("CONDITION"),
    N_ ("only records for which FIELD=VALUE holds; also !=, >=, <=, ~ (contains), and any of several words "
        "or records as FIELD=A|B; may be repeated") },
  { ACCORD_OPTION_SORT, "sort", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, sort), N_ ("FIELD"),
    N_ ("in the order of this field; -FIELD turns it round") },
  { ACCORD_OPTION_DESCENDING, "descending", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, descending), NULL,
    N_ ("turn the order round") },
  { ACCORD_OPTION_LIMIT, "limit", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, limit), N_ ("N"),
    N_ ("at most so many records; of a portfolio, at most so many pence") },
  { ACCORD_OPTION_SAVED, "saved", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, saved), N_ ("NAME"),
    N_ ("the search that was saved under this name") },
  { ACCORD_OPTION_TOTAL, "total", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, total), NULL,
    N_ ("only how many there are, and what they come to") },
  { ACCORD_OPTION_DELETED, "deleted", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, deleted), NULL,
    N_ ("the deleted records instead of those in use") },
  { ACCORD_OPTION_SAMPLE, "sample", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, sample), NULL,
    N_ ("fill the new workspace with the sample") },
  { ACCORD_OPTION_FUND, "fund", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, fund), N_ ("FUND"),
    N_ ("the fund that the payments are from, or whose money is chosen for, by name, uid or number") },
  { ACCORD_OPTION_PAYING_BODY, "paying-body", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, paying_body),
    N_ ("NAME"), N_ ("the body that made the payments; its column mapping is remembered") },
  { ACCORD_OPTION_MAP, "map", 0, TEXTS, G_STRUCT_OFFSET (AccordOptions, map), N_ ("FIELD=COLUMN"),
    N_ ("read a field from the column with this heading or number; may be repeated") },
  { ACCORD_OPTION_UPDATE, "update", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, update), NULL,
    N_ ("update what was imported before, or take the place of the appraisal that is there") },
  { ACCORD_OPTION_DRY_RUN, "dry-run", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, dry_run), NULL,
    N_ ("say what would be done and keep nothing") },
  { ACCORD_OPTION_REPORT, "report", 0, PATH, G_STRUCT_OFFSET (AccordOptions, report), N_ ("FILE"),
    N_ ("write the rejected rows and the reasons to a CSV file") },
  { ACCORD_OPTION_REBUILD, "rebuild", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, rebuild), NULL,
    N_ ("make the search index and the totals anew from the facts") },
  { ACCORD_OPTION_TODAY, "today", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, today), N_ ("DATE"),
    N_ ("answer as of this day, which decides what is overdue, instead of today") },
  { ACCORD_OPTION_SINCE, "since", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, since), N_ ("CHANGE"),
    N_ ("tell of changes after this one only") },
  { ACCORD_OPTION_ON, "on", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, on), N_ ("DATE"),
    N_ ("as it was on this day instead of today") },
  { ACCORD_OPTION_FROM, "from", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, from), N_ ("DATE"),
    N_ ("from this day on") },
  { ACCORD_OPTION_UNTIL, "until", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, until), N_ ("DATE"),
    N_ ("up to and with this day") },
  { ACCORD_OPTION_ICS, "ics", 0, PATH, G_STRUCT_OFFSET (AccordOptions, ics), N_ ("FILE"),
    N_ ("write a calendar file that other programs read (iCalendar)") },
  { ACCORD_OPTION_ALL, "all", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, all), NULL,
    N_ ("all committees that the site lists, not only those that are followed") },
  { ACCORD_OPTION_KNOWN, "known", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, known), NULL,
    N_ ("only bring up to date what is here already") },
  { ACCORD_OPTION_COMMISSIONER, "commissioner", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, commissioner),
    N_ ("CODE"), N_ ("of those that are new, only the practices of this commissioner") },
  { ACCORD_OPTION_OUTPUT, "output", 'o', PATH, G_STRUCT_OFFSET (AccordOptions, output), N_ ("FILE"),
    N_ ("write it to this file; where there are several forms, its ending says which") },
  { ACCORD_OPTION_CASE, "case", 0, TEXTS, G_STRUCT_OFFSET (AccordOptions, cases), N_ ("CASE"),
    N_ ("the business case that an appraisal is of, or that endorsements and caveats are of where the page "
        "names none; may be "
        "repeated") },
  { ACCORD_OPTION_PROGRAMME, "programme", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, programme),
    N_ ("PROGRAMME"), N_ ("the programme that findings are about, where the page names none") },
  { ACCORD_OPTION_BODY, "body", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, body), N_ ("BODY"),
    N_ ("the board or committee: of a page that does not say, by name, uid or number; of an answer, the one "
        "that decided") },
  { ACCORD_OPTION_DATE, "date", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, date), N_ ("DATE"),
    N_ ("the day of the meeting or decision, where the page does not say; of an answer, of its decision, "
        "else "
        "today") },
  { ACCORD_OPTION_FORM, "form", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, form), N_ ("FORM"),
    N_ ("what the page is: auto, xml, html or text") },
  { ACCORD_OPTION_OTHERS, "others", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, others), NULL,
    N_ ("keep pages that are none of the known kinds too, as documents") },
  { ACCORD_OPTION_ANSWER, "answer", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, answer), N_ ("QUESTION=FINDING"),
    N_ ("answer a question of the checklist: met, partly, not-met, not-applicable, or nothing to take the "
        "answer back") },
  { ACCORD_OPTION_NOTE, "note", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, note), N_ ("TEXT"),
    N_ ("what else there is to say of it: of an answer, the words of the decision; of a request, to who is "
        "asked") },
  { ACCORD_OPTION_REVIEWER, "reviewer", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, reviewer), N_ ("WHO"),
    N_ ("who found it or wrote the review, a post or a board") },
  { ACCORD_OPTION_PRICES, "prices", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, prices), N_ ("YEAR"),
    N_ ("also in the prices of this year, such as 2017/18") },
  { ACCORD_OPTION_MUST, "must", 0, TEXTS, G_STRUCT_OFFSET (AccordOptions, must), N_ ("CASE"),
    N_ ("a business case that must be in, whatever it costs; may be repeated") },
  { ACCORD_OPTION_EXCLUDE, "exclude", 0, TEXTS, G_STRUCT_OFFSET (AccordOptions, exclude), N_ ("CASE"),
    N_ ("a business case that is left out; may be repeated") },
  { ACCORD_OPTION_YEARS, "year", 0, TEXTS, G_STRUCT_OFFSET (AccordOptions, years), N_ ("YEAR"),
    N_ ("a financial year; of a portfolio with its limit, such as 2019/20=PENCE; may be repeated") },
  { ACCORD_OPTION_OPTION, "option", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, option), N_ ("OPTION"),
    N_ ("the option of the appraisal, by name, letter or uid; else the preferred one") },
  { ACCORD_OPTION_SCENARIO, "scenario", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, scenario), N_ ("NAME"),
    N_ ("with what this scenario of the appraisal changes") },
  { ACCORD_OPTION_SCHEDULE, "schedule", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, schedule), N_ ("NAME"),
    N_ ("discounted by this schedule: standard, health, lower-rate or another by its code") },
  { ACCORD_OPTION_DRAWS, "draws", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, draws), N_ ("N"),
    N_ ("also what may become of it, by so many draws") },
  { ACCORD_OPTION_SEED, "seed", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, seed), N_ ("N"),
    N_ ("where the draws begin; the same seed gives the same figures") },
  { ACCORD_OPTION_COUNTED, "years", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, counted), N_ ("N"),
    N_ ("up to this year, counted from 0") },
  { ACCORD_OPTION_ORGANISATION, "organisation", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, organisation),
    N_ ("NAME"), N_ ("the organisation that the figure is of; of a request, the one that asks") },
  { ACCORD_OPTION_LINE, "line", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, line), N_ ("LINE"),
    N_ ("the line that the figure is of, by name or uid") },
  { ACCORD_OPTION_OVERWRITE, "overwrite", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, overwrite), NULL,
    N_ ("replace what is there where the appraisal says something else") },
  { ACCORD_OPTION_PASSPHRASE_FILE, "passphrase-file", 0, PATH,
    G_STRUCT_OFFSET (AccordOptions, passphrase_file), N_ ("FILE"),
    N_ ("the passphrase that seals or opens is the first line of this file; - for standard input") },
  { ACCORD_OPTION_NAME, "name", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, name), N_ ("NAME"),
    N_ ("of a new key, who holds it; of a key that is trusted, who says that it is theirs; of a request, the "
        "post of who asks") },
  { ACCORD_OPTION_KEY_FILE, "key-file", 0, PATH, G_STRUCT_OFFSET (AccordOptions, key_file), N_ ("FILE"),
    N_ ("the file of your own key, instead of the keyring; else $ACCORD_KEY_FILE") },
  { ACCORD_OPTION_REPLACE, "replace", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, replace), NULL,
    N_ ("replace what is there: the key that was trusted, or the file") },
  { ACCORD_OPTION_TO, "to", 0, TEXTS, G_STRUCT_OFFSET (AccordOptions, to), N_ ("ORGANISATION"),
    N_ ("who is asked, by name, short name, uid or number; may be repeated") },
  { ACCORD_OPTION_RECIPIENT, "recipient", 0, TEXTS, G_STRUCT_OFFSET (AccordOptions, recipients), N_ ("KEY"),
    N_ ("seal it to this key: age1…, accord-key-1 … or a file that holds one; may be repeated") },
  { ACCORD_OPTION_SEAL, "seal", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, seal), NULL,
    N_ ("seal it to the trusted keys of who it goes to") },
  { ACCORD_OPTION_DUE, "due", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, due), N_ ("DATE"),
    N_ ("the day by which an answer is wanted") },
  { ACCORD_OPTION_AS, "as", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, as), N_ ("ORGANISATION"),
    N_ ("who reads it, where several are asked; by name, code or uid") },
  { ACCORD_OPTION_DECISION, "decision", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, decision), N_ ("DECISION"),
    N_ ("endorse, endorse-with-caveats, defer or do-not-endorse") },
  { ACCORD_OPTION_COMMENTS, "comments", 0, PATH, G_STRUCT_OFFSET (AccordOptions, comments), N_ ("FILE"),
    N_ ("comments as JSON: a list of objects with text, sort and where each is; or an object with comments, "
        "and "
        "with caveats that you accept or open again") },
  { ACCORD_OPTION_PREFER, "prefer", 0, TEXT, G_STRUCT_OFFSET (AccordOptions, prefer), N_ ("ours|theirs"),
    N_ ("what counts where both changed the same, and whether their changes of the case itself are taken") },
  { ACCORD_OPTION_TRUST, "trust", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, trust), NULL,
    N_ ("say that the key which signed is theirs, where nobody has said so yet") },
  { ACCORD_OPTION_WITH_COMMENTS, "with-comments", 0, YES_NO, G_STRUCT_OFFSET (AccordOptions, with_comments),
    NULL, N_ ("send along what partners commented so far, for everybody who is asked to read") },
};

static gboolean
is_given (AccordOptions *self, const Option *option)
{
  gpointer value = G_STRUCT_MEMBER_P (self, option->offset);

  return option->shape == YES_NO ? *(gboolean *) value : *(gpointer *) value != NULL;
}

/* Everything is taken as raw bytes, because GOption would refuse whatever the locale cannot express. */
static void
fill_entries (AccordOptions *self, GOptionEntry *entries)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const Option *option = &table[i];

      entries[i].long_name = option->name;
      entries[i].short_name = option->letter;
      entries[i].arg_data = G_STRUCT_MEMBER_P (self, option->offset);
      if (option->shape == YES_NO)
        entries[i].arg = G_OPTION_ARG_NONE;
      else
        entries[i].arg = option->shape == TEXTS ? G_OPTION_ARG_FILENAME_ARRAY : G_OPTION_ARG_FILENAME;
    }
}

static gboolean
make_text (char **value, GError **error)
{
  g_autofree char *raw = *value;

  *value = accord_options_text (raw, error);
  return *value != NULL;
}

static gboolean
finish_option (AccordOptions *self, const Option *option, GError **error)
{
  gpointer value = G_STRUCT_MEMBER_P (self, option->offset);

  if (!is_given (self, option))
    return TRUE;
  self->given |= option->bit;
  if (option->shape == TEXT)
    return make_text (value, error);
  if (option->shape == TEXTS)
    for (char **at = *(char ***) value; *at != NULL; at++)
      if (!make_text (at, error))
        {
          /* The failed one ended the array; what came after it would otherwise be lost to g_strfreev(). */
          *at = g_strdup ("");
          return FALSE;
        }
  return TRUE;
}

/* GOption leaves `--` in the rest when what follows looks like an option. */
static void
drop_separator (char **words)
{
  char **at = words;

  while (*at != NULL && g_strcmp0 (*at, "--") != 0)
    at++;
  if (*at == NULL)
    return;
  g_free (*at);
  for (; at[0] != NULL; at++)
    at[0] = at[1];
}

/**
 * accord_options_parse:
 * @argv: (array zero-terminated=1): the whole command line
 * @error: return location for a usage error
 *
 * Takes a command line apart. Options may stand anywhere before a `--`.
 *
 * Returns: (transfer full): the options, or %NULL
 */
AccordOptions *
accord_options_parse (char **argv, GError **error)
{
  g_autoptr (AccordOptions) self = g_new0 (AccordOptions, 1);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) problem = NULL;
  GOptionEntry entries[G_N_ELEMENTS (table) + 1] = { 0 };

  fill_entries (self, entries);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  self->words = g_strdupv (argv);
  if (!g_option_context_parse_strv (context, &self->words, &problem))
    {
      g_autofree char *message = accord_terminal_line (problem->message);

      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, _ ("%s; see “accordctl --help”"),
                   message);
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (!finish_option (self, &table[i], error))
      return NULL;
  if (self->words != NULL && self->words[0] != NULL)
    {
      g_free (self->words[0]);
      for (char **at = self->words; at[0] != NULL; at++)
        at[0] = at[1];
      drop_separator (self->words);
    }
  return g_steal_pointer (&self);
}

/**
 * accord_options_free:
 * @self: options
 */
void
accord_options_free (AccordOptions *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      gpointer value = G_STRUCT_MEMBER_P (self, table[i].offset);

      if (table[i].shape == TEXTS)
        g_strfreev (*(char ***) value);
      else if (table[i].shape != YES_NO)
        g_free (*(char **) value);
    }
  g_strfreev (self->words);
  g_free (self);
}

/**
 * accord_options_name:
 * @option: one or more options
 *
 * Returns: the name of the first of them, without dashes, or %NULL
 */
const char *
accord_options_name (AccordOptionSet option)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].bit & option)
      return table[i].name;
  return NULL;
}

/**
 * accord_options_describe:
 * @index: a number from 0
 * @option: (out): the option's bit, or 0 when every command takes it
 * @form: (out) (transfer full): how it is written
 * @description: (out) (transfer none): what it is for
 *
 * Returns: %FALSE beyond the last option
 */
gboolean
accord_options_describe (guint index, AccordOptionSet *option, char **form, const char **description)
{
  const Option *found;
  g_autofree char *letter = NULL;

  if (index >= G_N_ELEMENTS (table))
    return FALSE;
  found = &table[index];
  letter = found->letter != 0 ? g_strdup_printf ("-%c, ", found->letter) : g_strdup ("    ");
  *option = found->bit;
  *form = g_strdup_printf ("%s--%s%s%s", letter, found->name, found->value != NULL ? "=" : "",
                           found->value != NULL ? _ (found->value) : "");
  *description = _ (found->description);
  return TRUE;
}

/**
 * accord_options_text:
 * @raw: an argument as the shell passed it
 * @error: return location for a usage error
 *
 * Reads an argument as text: UTF-8 whatever the locale says, else the locale's own encoding.
 *
 * Returns: (transfer full): the text in UTF-8, or %NULL
 */
char *
accord_options_text (const char *raw, GError **error)
{
  g_autofree char *shown = NULL;
  char *text;

  if (g_utf8_validate (raw, -1, NULL))
    return g_strdup (raw);
  text = g_locale_to_utf8 (raw, -1, NULL, NULL, NULL);
  if (text != NULL && g_utf8_validate (text, -1, NULL))
    return text;
  g_free (text);
  shown = accord_terminal_line (raw);
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               _ ("“%s” is not text in UTF-8, so it cannot be read"), shown);
  return NULL;
}
