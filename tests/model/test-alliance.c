/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "alliance.h"
#include "date.h"

#include <string.h>

#define FIRST_DAY 17000
#define N_DAYS 900

static gint64
add_organisation (Fixture *fixture, const char *name, const char *type, const char *role, const char *opened,
                  const char *closed)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "organisation");

  accord_record_set_text (record, "name", name);
  accord_record_set_text (record, "type", type);
  accord_record_set_text (record, "role", role);
  accord_record_set_text (record, "opened", opened);
  accord_record_set_text (record, "closed", closed);
  return fixture_save (fixture, record);
}

static gint64
add_membership (Fixture *fixture, gint64 organisation, gint64 alliance, const char *from, const char *until)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "membership");

  accord_record_set_int (record, "organisation", organisation);
  accord_record_set_int (record, "alliance", alliance);
  accord_record_set_text (record, "role", "partner");
  accord_record_set_text (record, "from", from);
  accord_record_set_text (record, "until", until);
  return fixture_save (fixture, record);
}

static gint64
add_body (Fixture *fixture, const char *name, gint64 organisation, gint64 accountable_to,
          gint64 scrutinised_by)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "body");

  accord_record_set_text (record, "name", name);
  accord_record_set_int (record, "organisation", organisation);
  if (accountable_to > 0)
    accord_record_set_int (record, "accountable-to", accountable_to);
  if (scrutinised_by > 0)
    accord_record_set_ids (record, "scrutinised-by", &scrutinised_by, 1);
  return fixture_save (fixture, record);
}

static gint64
add_post (Fixture *fixture, const char *name, gint64 first, gint64 second)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "post");
  gint64 owners[] = { first, second };

  accord_record_set_text (record, "name", name);
  accord_record_set_text (record, "status", "filled");
  accord_record_set_ids (record, "organisations", owners, second > 0 ? 2 : 1);
  return fixture_save (fixture, record);
}

typedef struct
{
  gint64 organisation;
  const char *day;
} Question;

static gpointer
read_alliance (AccordReader *reader, gpointer data, GError **error)
{
  Question *question = data;

  return accord_alliance_read (reader, question->organisation, question->day, error);
}

static AccordAlliance *
ask (Fixture *fixture, gint64 organisation, const char *day)
{
  Question question = { organisation, day };
  g_autoptr (GError) error = NULL;
  AccordAlliance *alliance =
      accord_workspace_read (fixture->workspace, read_alliance, &question, NULL, &error);

  g_assert_no_error (error);
  return alliance;
}

static gboolean
has (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (accord_record_get_id (records->pdata[i]) == id)
      return TRUE;
  return FALSE;
}

static char *
random_day (GRand *random, char out[ACCORD_DATE_ISO_SIZE])
{
  g_assert_true (accord_date_from_day_number (FIRST_DAY + g_rand_int_range (random, 0, N_DAYS), out));
  return out;
}

typedef struct
{
  gint64 id;
  char from[ACCORD_DATE_ISO_SIZE];
  char until[ACCORD_DATE_ISO_SIZE];
  gboolean has_from;
  gboolean has_until;
} Span;

static void
add_random (Fixture *fixture, GRand *random, gint64 alliance, Span *span)
{
  gint64 partner = add_organisation (fixture, "A partner", "council", NULL, NULL, NULL);

  random_day (random, span->from);
  random_day (random, span->until);
  span->has_from = g_rand_boolean (random);
  span->has_until = g_rand_boolean (random);
  if (span->has_from && span->has_until && strcmp (span->from, span->until) >= 0)
    span->has_until = FALSE;
  span->id = add_membership (fixture, partner, alliance, span->has_from ? span->from : NULL,
                             span->has_until ? span->until : NULL);
}

/* A partner counts on a day if and only if it had joined by then and had not left; and over all days every
 * membership counts on some. */
static void
test_members (Fixture *fixture, gconstpointer data)
{
  GRand *random = g_rand_new_with_seed (g_test_rand_int ());
  gint64 alliance = add_organisation (fixture, "The alliance", "alliance", "provider", NULL, NULL);
  Span spans[30];
  gboolean seen[G_N_ELEMENTS (spans)] = { FALSE };
  g_autoptr (AccordAlliance) now = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    add_random (fixture, random, alliance, &spans[i]);
  now = ask (fixture, alliance, "2020-01-01");
  for (int day = FIRST_DAY - 1; day <= FIRST_DAY + N_DAYS; day++)
    {
      g_autoptr (AccordAlliance) then = NULL;
      char iso[ACCORD_DATE_ISO_SIZE];

      g_assert_true (accord_date_from_day_number (day, iso));
      then = accord_alliance_on (now->facts, iso);
      for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
        {
          gboolean expected = (!spans[i].has_from || strcmp (spans[i].from, iso) <= 0)
                              && (!spans[i].has_until || strcmp (iso, spans[i].until) < 0);

          g_assert_cmpint (has (then->members, spans[i].id), ==, expected);
          seen[i] |= expected;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    g_assert_true (seen[i]);
  g_rand_free (random);
}

/* A partner without dates counts while both it and the alliance were there. */
static void
test_undated (Fixture *fixture, gconstpointer data)
{
  gint64 alliance =
      add_organisation (fixture, "The alliance", "alliance", "provider", "2019-04-01", "2022-07-01");
  gint64 old = add_organisation (fixture, "An old partner", "council", NULL, "1974-04-01", NULL);
  gint64 young = add_organisation (fixture, "A young partner", "company", NULL, "2020-01-01", "2021-01-01");
  gint64 first = add_membership (fixture, old, alliance, NULL, NULL);
  gint64 second = add_membership (fixture, young, alliance, NULL, NULL);
  /* It left before the alliance is said to have begun: then nothing is inferred. */
  gint64 third = add_membership (fixture, old, alliance, NULL, "2018-01-01");
  static const struct
  {
    const char *day;
    gboolean first, second, third;
    AccordAllianceState state;
  } expected[] = {
    { "2017-12-31", FALSE, FALSE, TRUE, ACCORD_ALLIANCE_NOT_YET },
    { "2019-03-31", FALSE, FALSE, FALSE, ACCORD_ALLIANCE_NOT_YET },
    { "2019-04-01", TRUE, FALSE, FALSE, ACCORD_ALLIANCE_EXISTS },
    { "2020-01-01", TRUE, TRUE, FALSE, ACCORD_ALLIANCE_EXISTS },
    { "2021-01-01", TRUE, FALSE, FALSE, ACCORD_ALLIANCE_EXISTS },
    { "2022-06-30", TRUE, FALSE, FALSE, ACCORD_ALLIANCE_EXISTS },
    { "2022-07-01", FALSE, FALSE, FALSE, ACCORD_ALLIANCE_ENDED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (AccordAlliance) then = ask (fixture, alliance, expected[i].day);

      g_test_message ("%s", expected[i].day);
      g_assert_cmpint (has (then->members, first), ==, expected[i].first);
      g_assert_cmpint (has (then->members, second), ==, expected[i].second);
      g_assert_cmpint (has (then->members, third), ==, expected[i].third);
      g_assert_cmpint (then->state, ==, expected[i].state);
      g_assert_cmpuint (then->n_undated, ==, then->members->len);
    }
}

static char *
dup_sentences (AccordAlliance *alliance)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < alliance->lines->len; i++)
    g_ptr_array_add (sentences, accord_alliance_line_dup_sentence (alliance->lines->pdata[i]));
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv ("\n", (char **) sentences->pdata);
}

/* Those who buy and those who deliver share a council: seen from either, the same lines. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  gint64 council = add_organisation (fixture, "The Council", "council", "both", NULL, NULL);
  gint64 ccg = add_organisation (fixture, "The CCG", "commissioning-group", "commissioner", NULL, NULL);
  gint64 trust = add_organisation (fixture, "A Trust", "nhs-trust", "provider", NULL, NULL);
  gint64 oco = add_organisation (fixture, "The OCO", "alliance", "commissioner", NULL, NULL);
  gint64 lco = add_organisation (fixture, "The LCO", "alliance", "provider", NULL, NULL);
  gint64 elsewhere = add_organisation (fixture, "Another LCO", "alliance", "provider", NULL, NULL);
  gint64 cabinet = add_body (fixture, "Cabinet", council, 0, 0);
  gint64 scrutiny = add_body (fixture, "Scrutiny", council, 0, 0);
  g_autoptr (AccordAlliance) from_lco = NULL, from_oco = NULL;
  g_autofree char *one = NULL, *other = NULL;

  add_body (fixture, "Board", oco, cabinet, scrutiny);
  add_membership (fixture, council, oco, NULL, NULL);
  add_membership (fixture, ccg, oco, NULL, NULL);
  add_membership (fixture, council, lco, NULL, NULL);
  add_membership (fixture, trust, lco, NULL, NULL);
  add_membership (fixture, trust, elsewhere, NULL, NULL);
  add_post (fixture, "Finance Officer", council, ccg);
  add_post (fixture, "Head of Communications", ccg, council);
  add_post (fixture, "Chair", lco, 0);
  from_lco = ask (fixture, lco, "2020-01-01");
  from_oco = ask (fixture, oco, "2020-01-01");

  one = dup_sentences (from_lco);
  other = dup_sentences (from_oco);
  g_assert_cmpstr (one, ==,
                   "The Board is accountable to the Cabinet of The Council.\n"
                   "The Board is scrutinised by the Scrutiny of The Council.\n"
                   "The OCO commissions, The LCO provides; The Council stands on both sides.\n"
                   "The Council and The CCG share joint posts: Finance Officer and Head of Communications.");
  g_assert_cmpstr (other, ==, one);
  g_assert_true (accord_alliance_is_on_both_sides (from_lco, council));
  g_assert_false (accord_alliance_is_on_both_sides (from_lco, ccg));
  g_assert_false (accord_alliance_is_on_both_sides (from_lco, trust));
  /* The posts of the alliance are its own, the joint ones those of its partners. */
  g_assert_cmpuint (from_lco->posts->len, ==, 1);
  g_assert_cmpuint (from_lco->joint->len, ==, 2);
  /* Another alliance of a partner does not belong to the system. */
  g_assert_cmpuint (from_lco->alliances->len, ==, 1);
}

/* Before a board existed nothing answers to it. */
static void
test_lines_on_a_day (Fixture *fixture, gconstpointer data)
{
  gint64 council = add_organisation (fixture, "The Council", "council", NULL, NULL, NULL);
  gint64 cabinet = add_body (fixture, "Cabinet", council, 0, 0);
  gint64 board = add_body (fixture, "Board", council, cabinet, 0);
  g_autoptr (AccordRecord) record = fixture_get (fixture, "body", board);
  g_autoptr (AccordAlliance) before = NULL, after = NULL;
  g_autoptr (GPtrArray) days = NULL;

  accord_record_set_text (record, "from", "2019-10-01");
  fixture_save (fixture, record);
  before = ask (fixture, council, "2019-09-30");
  after = ask (fixture, council, "2019-10-01");
  g_assert_cmpuint (before->lines->len, ==, 0);
  g_assert_cmpuint (after->lines->len, ==, 1);
  days = accord_alliance_facts_days (after->facts);
  g_assert_cmpuint (days->len, ==, 1);
  g_assert_cmpstr (((AccordAllianceDay *) days->pdata[0])->day, ==, "2019-10-01");
  g_assert_cmpstr (((AccordAllianceDay *) days->pdata[0])->words, ==, "Board began");
}

static void
succeed (Fixture *fixture, gint64 before, gint64 after)
{
  g_autoptr (AccordRecord) record = fixture_get (fixture, "organisation", before);

  accord_record_set_ids (record, "succeeded-by", &after, 1);
  fixture_save (fixture, record);
}

static char *
dup_succession (Fixture *fixture, gint64 organisation)
{
  g_autoptr (AccordAlliance) now = ask (fixture, organisation, "2020-01-01");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < now->facts->succession->len; i++)
    {
      const AccordAllianceStep *step = now->facts->succession->pdata[i];

      g_string_append_printf (text, "%s%+d ", accord_record_get_text (step->organisation, "name"),
                              step->step);
    }
  return g_string_free (text, FALSE);
}

/* What was before and what came after, over several steps and from any of them; a ring ends. */
static void
test_succession (Fixture *fixture, gconstpointer data)
{
  gint64 trust = add_organisation (fixture, "PCT", "other", NULL, NULL, NULL);
  gint64 other = add_organisation (fixture, "Other", "other", NULL, NULL, NULL);
  gint64 group = add_organisation (fixture, "CCG", "other", NULL, NULL, NULL);
  gint64 board = add_organisation (fixture, "ICB", "other", NULL, NULL, NULL);
  g_autofree char *middle = NULL, *last = NULL, *ring = NULL;

  succeed (fixture, trust, group);
  succeed (fixture, other, group);
  succeed (fixture, group, board);
  middle = dup_succession (fixture, group);
  last = dup_succession (fixture, board);
  g_assert_true (strstr (middle, "PCT-1 ") != NULL && strstr (middle, "Other-1 ") != NULL);
  g_assert_true (g_str_has_suffix (middle, " ICB+1 "));
  g_assert_true (strstr (last, "PCT-2 ") != NULL && strstr (last, "Other-2 ") != NULL);
  g_assert_true (g_str_has_suffix (last, "CCG-1 "));
  succeed (fixture, board, trust);
  ring = dup_succession (fixture, group);
  g_assert_true (strstr (ring, "CCG") == NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/alliance/members", test_members);
  fixture_add_test ("/alliance/undated", test_undated);
  fixture_add_test ("/alliance/lines", test_lines);
  fixture_add_test ("/alliance/lines-on-a-day", test_lines_on_a_day);
  fixture_add_test ("/alliance/succession", test_succession);
  return g_test_run ();
}
