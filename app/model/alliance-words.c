/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "alliance.h"

#include "date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In a sentence of partners, more than these are counted. */
#define MOST_NAMES 3

/* What a law or a charter adds to a name, and nobody says. */
static const char *const formal_endings[] = {
  " NHS Foundation Trust", " Foundation Trust", " NHS Trust", " NHS Group", " Limited", " Ltd"
};

/**
 * accord_alliance_dup_short_name:
 * @organisation: an organisation or alliance
 *
 * Returns: (transfer full): what it is called for short where that says who it is, else its name as people
 * say it: “Pennine Care”
 */
char *
accord_alliance_dup_short_name (AccordRecord *organisation)
{
  const char *short_name = accord_record_get_text (organisation, "short-name");
  g_autofree char *name = accord_record_dup_title (organisation);

  /* A few letters alone do not say whose they are. */
  if (short_name != NULL && (strchr (short_name, ' ') != NULL || strlen (short_name) > 4))
    return g_strdup (short_name);
  for (guint i = 0; i < G_N_ELEMENTS (formal_endings); i++)
    if (g_str_has_suffix (name, formal_endings[i]) && strlen (name) > strlen (formal_endings[i]))
      return g_strndup (name, strlen (name) - strlen (formal_endings[i]));
  return g_steal_pointer (&name);
}

/**
 * accord_alliance_dup_body_name:
 * @body: a board or committee
 *
 * Returns: (transfer full): its name, and whose it is: “Cabinet of Bury Council”
 */
char *
accord_alliance_dup_body_name (AccordRecord *body)
{
  g_autofree char *name = accord_record_dup_title (body);
  const char *owner = accord_record_get_reference_title (body, "organisation");

  if (owner == NULL)
    return g_steal_pointer (&name);
  /* Translators: a board or committee, and the organisation whose it is. */
  return g_strdup_printf (_ ("%s of %s"), name, owner);
}

static char *
dup_names (GPtrArray *records)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < records->len && i < MOST_NAMES; i++)
    {
      g_autofree char *name = accord_record_dup_title (records->pdata[i]);

      if (i > 0)
        g_string_append (names, i + 1 == records->len ? _ (" and ") : ", ");
      g_string_append (names, name);
    }
  if (records->len > MOST_NAMES)
    g_string_append_printf (names, _ (" and %d more"), (int) records->len - MOST_NAMES);
  return g_string_free (names, FALSE);
}

static char *
dup_transfer_sentence (AccordRecord *transfer, const char *from, const char *to)
{
  const AccordField *status = accord_kind_get_field (accord_record_get_kind (transfer), "status");
  const char *word = accord_field_choice_label (status, accord_record_get_text (transfer, "status"));
  g_autofree char *service = accord_record_dup_title (transfer);
  g_autofree char *state = g_utf8_strdown (word != NULL ? word : "", -1);

  /* Translators: a service, who gives it up, who takes it over, and how far that is: planned, under way. */
  return g_strdup_printf (_ ("%s: transfer from %s to %s (%s)."), service, from, to, state);
}

/**
 * accord_alliance_line_dup_sentence:
 * @line: a line of it
 *
 * Returns: (transfer full): what the line says, to be read aloud
 */
char *
accord_alliance_line_dup_sentence (const AccordAllianceLine *line)
{
  gboolean bodies = line->type == ACCORD_ALLIANCE_ACCOUNTABLE || line->type == ACCORD_ALLIANCE_SCRUTINISED;
  g_autofree char *from = accord_record_dup_title (line->from);
  g_autofree char *to =
      bodies ? accord_alliance_dup_body_name (line->to) : accord_record_dup_title (line->to);
  g_autofree char *names = line->records != NULL ? dup_names (line->records) : NULL;

  switch (line->type)
    {
    case ACCORD_ALLIANCE_ACCOUNTABLE:
      /* Translators: two boards. */
      return g_strdup_printf (_ ("The %s is accountable to the %s."), from, to);
    case ACCORD_ALLIANCE_SCRUTINISED:
      return g_strdup_printf (_ ("The %s is scrutinised by the %s."), from, to);
    case ACCORD_ALLIANCE_COMMISSIONS:
      /* Translators: two alliances, and the partners that are in both. */
      return g_strdup_printf (_ ("%s commissions, %s provides; %s stands on both sides."), from, to, names);
    case ACCORD_ALLIANCE_TRANSFER:
      return dup_transfer_sentence (line->records->pdata[0], from, to);
    default:
      return g_strdup_printf (ngettext ("%s and %s share a joint post: %s.",
                                        "%s and %s share joint posts: %s.", line->records->len),
                              from, to, names);
    }
}

/* A title as it stands within a sentence: all but the first word may be names. */
static char *
dup_uncapitalised (AccordRecord *record)
{
  g_autofree char *title = accord_record_dup_title (record);
  const char *rest = *title != '\0' ? g_utf8_next_char (title) : title;
  g_autofree char *first = g_utf8_strdown (title, rest - title);

  /* Letters in a row are an abbreviation. */
  if (g_unichar_isupper (g_utf8_get_char (rest)))
    return g_steal_pointer (&title);
  return g_strconcat (first, rest, NULL);
}

/**
 * accord_alliance_line_dup_words:
 * @line: a line of a system
 *
 * Returns: (transfer full): the few words that stand on it
 */
char *
accord_alliance_line_dup_words (const AccordAllianceLine *line)
{
  g_autofree char *service = NULL;

  switch (line->type)
    {
    case ACCORD_ALLIANCE_ACCOUNTABLE:
      return g_strdup (_ ("accountable to"));
    case ACCORD_ALLIANCE_SCRUTINISED:
      return g_strdup (_ ("scrutinised by"));
    case ACCORD_ALLIANCE_COMMISSIONS:
      return g_strdup (_ ("commissions"));
    case ACCORD_ALLIANCE_TRANSFER:
      service = dup_uncapitalised (line->records->pdata[0]);
      /* Translators: %s is what moves, such as “community services”. */
      return g_strdup_printf (_ ("transfer of %s"), service);
    default:
      return g_strdup_printf (ngettext ("%d joint post", "%d joint posts", line->records->len),
                              (int) line->records->len);
    }
}

/**
 * accord_alliance_dup_headline:
 * @self: an alliance on a day
 *
 * Returns: (transfer full): how it was on that day: “Bury Local Care Organisation on 1 Apr 2019: 7 partners”
 */
char *
accord_alliance_dup_headline (AccordAlliance *self)
{
  g_autofree char *name = accord_record_dup_title (self->facts->organisation);
  g_autofree char *day = accord_date_format (self->day);
  gboolean alliance = accord_alliance_facts_is_alliance (self->facts);
  int n = (int) (alliance ? self->members->len : self->partner_in->len);

  if (self->state == ACCORD_ALLIANCE_NOT_YET)
    /* Translators: an organisation, and a day. */
    return g_strdup_printf (_ ("%s had not begun on %s"), name, day);
  if (self->state == ACCORD_ALLIANCE_ENDED)
    return g_strdup_printf (_ ("%s was no more on %s"), name, day);
  if (alliance)
    return g_strdup_printf (ngettext ("%s on %s: %d partner", "%s on %s: %d partners", n), name, day, n);
  return g_strdup_printf (ngettext ("%s on %s: in %d alliance", "%s on %s: in %d alliances", n), name, day,
                          n);
}

/**
 * accord_alliance_dup_rule:
 * @self: an alliance on a day
 *
 * Returns: (transfer full) (nullable): by which rule partners count whose first day nobody has recorded;
 * %NULL where there are none
 */
char *
accord_alliance_dup_rule (AccordAlliance *self)
{
  AccordAllianceSpan span;
  g_autofree char *start = NULL, *who = NULL;

  if (self->n_undated == 0)
    return NULL;
  if (self->n_undated == self->members->len)
    who = g_strdup (_ ("No partner’s first day is on record"));
  else
    who = g_strdup_printf (ngettext ("The first day of %d partner is not on record",
                                     "The first days of %d partners are not on record", self->n_undated),
                           (int) self->n_undated);
  accord_alliance_facts_get_span (self->facts, self->facts->organisation, &span);
  if (span.from == NULL)
    /* Translators: %s says of how many partners the first day is not known. */
    return g_strdup_printf (_ ("%s: they count on every day."), who);
  start = accord_date_format (span.from);
  return g_strdup_printf (_ ("%s: they count from %s, when it began."), who, start);
}

static guint
count_lines (AccordAlliance *self, AccordAllianceLineType type)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += ((AccordAllianceLine *) self->lines->pdata[i])->type == type;
  return n;
}

/* Takes @words. */
static void
append_count (GString *sentence, guint n, char *words)
{
  if (n > 0)
    g_string_append_printf (sentence, "; %s", words);
  g_free (words);
}

static guint
count_joint_posts (AccordAlliance *self)
{
  guint n = self->joint->len;

  for (guint i = 0; i < self->posts->len; i++)
    {
      gsize n_ids;

      accord_record_get_ids (self->posts->pdata[i], "organisations", &n_ids);
      n += n_ids > 1;
    }
  return n;
}

/**
 * accord_alliance_dup_summary:
 * @self: an alliance on a day
 *
 * Returns: (transfer full): what a drawing of it shows, in one sentence
 */
char *
accord_alliance_dup_summary (AccordAlliance *self)
{
  g_autofree char *headline = accord_alliance_dup_headline (self);
  GString *sentence = g_string_new (_ ("Who answers to whom: "));
  guint accountable = count_lines (self, ACCORD_ALLIANCE_ACCOUNTABLE);
  guint scrutinised = count_lines (self, ACCORD_ALLIANCE_SCRUTINISED);
  guint transfers = count_lines (self, ACCORD_ALLIANCE_TRANSFER);
  guint joint = count_joint_posts (self);

  g_string_append (sentence, headline);
  append_count (
      sentence, accountable,
      g_strdup_printf (ngettext ("%d line of accountability", "%d lines of accountability", accountable),
                       (int) accountable));
  append_count (sentence, scrutinised, g_strdup_printf (_ ("%d of scrutiny"), (int) scrutinised));
  append_count (sentence, transfers,
                g_strdup_printf (ngettext ("%d transfer of services", "%d transfers of services", transfers),
                                 (int) transfers));
  append_count (sentence, joint,
                g_strdup_printf (ngettext ("%d joint post", "%d joint posts", joint), (int) joint));
  g_string_append_c (sentence, '.');
  return g_string_free (sentence, FALSE);
}
