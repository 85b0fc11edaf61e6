/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "matrix.h"

#include <string.h>

#define TODAY "2018-01-01"

static gpointer
read_matrix (AccordReader *reader, gpointer data, GError **error)
{
  return accord_matrix_read (reader, TODAY, error);
}

static AccordMatrix *
matrix_of (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AccordMatrix *matrix = accord_workspace_read (fixture->workspace, read_matrix, NULL, NULL, &error);

  g_assert_no_error (error);
  return matrix;
}

static gint64
add_case (Fixture *fixture, const char *name, const char *stage, gint64 programme)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "case");

  accord_record_set_text (record, "name", name);
  accord_record_set_text (record, "stage", stage);
  accord_record_set_text (record, "status", "draft");
  accord_record_set_int (record, "programme", programme);
  return fixture_save (fixture, record);
}

/* @date is an ISO date, or words, or %NULL. */
static gint64
add_view (Fixture *fixture, gint64 body, const char *who, const char *outcome, const char *date, gint64 id)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "endorsement");

  accord_record_set_text (record, "who", who);
  accord_record_set_int (record, "body", body);
  accord_record_set_text (record, "outcome", outcome);
  accord_record_set_text (
      record, date != NULL && g_ascii_isdigit (*date) && strlen (date) == 10 ? "date" : "date-words", date);
  accord_record_set_ids (record, "cases", &id, 1);
  return fixture_save (fixture, record);
}

static gint64
add_caveat (Fixture *fixture, gint64 endorsement, gint64 body, const char *state, const char *due, gint64 id)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "caveat");

  accord_record_set_text (record, "text", "quality of care");
  accord_record_set_text (record, "state", state);
  accord_record_set_text (record, "due", due);
  accord_record_set_int (record, "endorsement", endorsement);
  accord_record_set_int (record, "raised-by", body);
  accord_record_set_text (record, "response", strcmp (state, "open") != 0 ? "It is in the plan." : NULL);
  accord_record_set_ids (record, "cases", &id, 1);
  return fixture_save (fixture, record);
}

static const AccordMatrixRow *
row_of (const AccordMatrix *matrix, gint64 id)
{
  for (guint i = 0; i < matrix->rows->len; i++)
    if (accord_record_get_id (((AccordMatrixRow *) matrix->rows->pdata[i])->record) == id)
      return matrix->rows->pdata[i];
  g_error ("No row of case %" G_GINT64_FORMAT, id);
}

static const AccordMatrixColumn *
column_of (const AccordMatrix *matrix, const char *name)
{
  for (guint i = 0; i < matrix->columns->len; i++)
    if (strcmp (((AccordMatrixColumn *) matrix->columns->pdata[i])->name, name) == 0)
      return matrix->columns->pdata[i];
  g_error ("No column “%s”", name);
}

static const AccordMatrixCell *
cell_of (const AccordMatrix *matrix, gint64 id, const char *name)
{
  return accord_matrix_row_get_cell (row_of (matrix, id), column_of (matrix, name));
}

static void
assert_standing (const AccordMatrixCell *cell, gint64 endorsement)
{
  g_assert_nonnull (cell->standing);
  g_assert_cmpint (accord_record_get_id (cell->standing), ==, endorsement);
}

static void
test_latest (Fixture *fixture, gconstpointer data)
{
  gint64 one = add_case (fixture, "Neighbourhood Model", "outline", ACCORD_UNKNOWN);
  gint64 board = fixture_add_named (fixture, "body", "Board");
  gint64 late, commented, refused, only;
  g_autoptr (AccordMatrix) matrix = NULL;

  add_view (fixture, board, "the Board", "deferred", "2017-03-01", one);
  late = add_view (fixture, board, "Board", "endorsed", "2017-07-12", one);
  add_view (fixture, board, "Board", "not-endorsed", NULL, one);
  /* All of 2017 may be before or after July; the second half cannot be before. */
  add_view (fixture, board, "Board", "deferred", "2017", one);
  add_view (fixture, board, "Board", "comment", "2017-09-01", one);
  refused = add_view (fixture, ACCORD_UNKNOWN, "the Trust", "not-endorsed", "late 2017", one);
  add_view (fixture, ACCORD_UNKNOWN, "The  Trust", "endorsed", "2017-07-12", one);
  commented = add_view (fixture, ACCORD_UNKNOWN, "Scrutiny", "comment", "2017-01-01", one);
  only = add_view (fixture, ACCORD_UNKNOWN, "Patients", "deferred", NULL, one);

  matrix = matrix_of (fixture);
  g_assert_cmpuint (matrix->columns->len, ==, 4);
  assert_standing (cell_of (matrix, one, "Board"), late);
  assert_standing (cell_of (matrix, one, "The Trust"), refused);
  assert_standing (cell_of (matrix, one, "Scrutiny"), commented);
  assert_standing (cell_of (matrix, one, "Patients"), only);
  /* A comment is no view that counts. */
  g_assert_cmpuint (row_of (matrix, one)->n_asked, ==, 3);
  g_assert_cmpuint (row_of (matrix, one)->n_endorsed, ==, 1);
  g_assert_cmpuint (cell_of (matrix, one, "Board")->outcomes->len, ==, 5);
}

static void
test_to_come (Fixture *fixture, gconstpointer data)
{
  gint64 one = add_case (fixture, "Enablers", "outline", ACCORD_UNKNOWN);
  g_autoptr (AccordMatrix) matrix = NULL;
  const AccordMatrixCell *cell;
  g_autofree char *sentence = NULL;

  add_view (fixture, ACCORD_UNKNOWN, "Ahead", "to-come", "2018-01-01", one);
  add_view (fixture, ACCORD_UNKNOWN, "Passed", "to-come", "late 2017", one);
  add_view (fixture, ACCORD_UNKNOWN, "Onwards", "to-come", "from June 2017", one);
  add_view (fixture, ACCORD_UNKNOWN, "Come", "to-come", "May 2017", one);
  add_view (fixture, ACCORD_UNKNOWN, "Come", "endorsed", "2017-05-03", one);
  add_view (fixture, ACCORD_UNKNOWN, "Again", "endorsed", "2017-05-03", one);
  add_view (fixture, ACCORD_UNKNOWN, "Again", "to-come", "late 2017", one);

  matrix = matrix_of (fixture);
  cell = cell_of (matrix, one, "Ahead");
  g_assert_true (cell->awaited != NULL && cell->standing == NULL && !cell->late);
  g_assert_true (cell_of (matrix, one, "Passed")->late);
  g_assert_false (cell_of (matrix, one, "Onwards")->late);
  g_assert_null (cell_of (matrix, one, "Come")->awaited);
  cell = cell_of (matrix, one, "Again");
  g_assert_true (cell->standing != NULL && cell->awaited != NULL && cell->late);
  g_assert_cmpuint (row_of (matrix, one)->n_asked, ==, 5);
  g_assert_cmpuint (row_of (matrix, one)->n_endorsed, ==, 2);
  sentence = accord_matrix_cell_dup_sentence (row_of (matrix, one), column_of (matrix, "Passed"));
  g_assert_cmpstr (sentence, ==, "Enablers, Passed: still to come, late 2017, that time has passed");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  gint64 one = add_case (fixture, "Neighbourhood Model", "outline", ACCORD_UNKNOWN);
  gint64 two = add_case (fixture, "Enablers", "outline", ACCORD_UNKNOWN);
  gint64 cabinet = fixture_add_named (fixture, "body", "Cabinet");
  gint64 view = add_view (fixture, cabinet, "Cabinet", "endorsed-with-caveats", "2017-07-12", one);
  g_autoptr (AccordMatrix) matrix = NULL;
  g_autofree char *said = NULL, *nothing = NULL;

  for (guint i = 0; i < 8; i++)
    add_caveat (fixture, view, ACCORD_UNKNOWN, "open", NULL, one);
  add_caveat (fixture, view, ACCORD_UNKNOWN, "accepted", NULL, one);
  add_caveat (fixture, ACCORD_UNKNOWN, ACCORD_UNKNOWN, "open", NULL, two);

  matrix = matrix_of (fixture);
  said = accord_matrix_cell_dup_sentence (row_of (matrix, one), column_of (matrix, "Cabinet"));
  g_assert_cmpstr (said, ==,
                   "Neighbourhood Model, Cabinet: endorsed subject to caveats, 12 Jul 2017, 8 open caveats");
  nothing = accord_matrix_cell_dup_sentence (row_of (matrix, two), column_of (matrix, "Cabinet"));
  g_assert_cmpstr (nothing, ==, "Enablers, Cabinet: no view on record");
  g_assert_cmpuint (row_of (matrix, two)->loose->len, ==, 1);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  gint64 programme = fixture_add_named (fixture, "programme", "Together");
  gint64 one = add_case (fixture, "One", "outline", programme);
  gint64 two = add_case (fixture, "Two", "full", programme);
  gint64 three = add_case (fixture, "Three", "full", ACCORD_UNKNOWN);
  g_autoptr (AccordMatrix) matrix = NULL, of_programme = NULL, full = NULL;

  add_view (fixture, ACCORD_UNKNOWN, "A", "endorsed", "2017-01-01", one);
  add_view (fixture, ACCORD_UNKNOWN, "B", "endorsed", "2017-01-01", two);
  add_view (fixture, ACCORD_UNKNOWN, "C", "endorsed", "2017-01-01", three);
  matrix = matrix_of (fixture);
  of_programme = accord_matrix_narrow (matrix, programme, NULL);
  full = accord_matrix_narrow (matrix, programme, "full");
  g_assert_cmpuint (matrix->columns->len, ==, 3);
  g_assert_cmpuint (of_programme->rows->len, ==, 2);
  g_assert_cmpuint (of_programme->columns->len, ==, 2);
  g_assert_cmpuint (full->rows->len, ==, 1);
  g_clear_pointer (&matrix, accord_matrix_free);
  /* What was narrowed lives on by itself. */
  g_assert_nonnull (cell_of (full, two, "B")->standing);
}

/* --- What holds whatever is on record. */

#define N_CASES 5
#define N_BODIES 4

typedef struct
{
  gint64 cases[N_CASES];
  gint64 bodies[N_BODIES];
} Register;

static void
add_anything (Fixture *fixture, Register *all)
{
  static const char *const outcomes[] = { "endorsed", "endorsed-with-caveats",
                                          "deferred", "not-endorsed",
                                          "comment",  "to-come" };
  static const char *const states[] = { "open", "answered", "accepted" };

  for (guint i = 0; i < N_CASES; i++)
    all->cases[i] = add_case (fixture, "A case", "outline", ACCORD_UNKNOWN);
  for (guint i = 0; i < N_BODIES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Body %u", i);

      all->bodies[i] = fixture_add_named (fixture, "body", name);
    }
  for (guint i = 0; i < 60; i++)
    {
      gint64 body = all->bodies[g_test_rand_int_range (0, N_BODIES)];
      gint64 id = all->cases[g_test_rand_int_range (0, N_CASES)];
      g_autofree char *date =
          g_strdup_printf ("2017-%02d-%02d", g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
      gint64 view = add_view (fixture, body, "Somebody", outcomes[g_test_rand_int_range (0, 6)],
                              g_test_rand_int_range (0, 5) == 0 ? NULL : date, id);
      gboolean tied = g_test_rand_int_range (0, 2) == 0;

      add_caveat (fixture, tied ? view : ACCORD_UNKNOWN,
                  g_test_rand_int_range (0, 3) > 0 ? body : ACCORD_UNKNOWN,
                  states[g_test_rand_int_range (0, 3)], g_test_rand_int_range (0, 2) == 0 ? date : NULL, id);
    }
}

/* Nothing that was given and is no comment has a later day than what holds. */
static void
assert_latest (const AccordMatrixCell *cell)
{
  const char *day = cell->standing != NULL ? accord_record_get_text (cell->standing, "date") : NULL;

  for (guint i = 0; i < cell->outcomes->len; i++)
    {
      const char *outcome = accord_record_get_text (cell->outcomes->pdata[i], "outcome");
      const char *other = accord_record_get_text (cell->outcomes->pdata[i], "date");

      if (strcmp (outcome, "to-come") == 0)
        continue;
      g_assert_nonnull (cell->standing);
      if (strcmp (outcome, "comment") == 0)
        continue;
      g_assert_cmpstr (accord_record_get_text (cell->standing, "outcome"), !=, "comment");
      g_assert_cmpint (g_strcmp0 (day, other), >=, 0);
    }
}

static gpointer
count_open (AccordReader *reader, gpointer data, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "caveat");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  gint64 *counted = g_new (gint64, 1);

  accord_query_add_text (query, (guint) accord_kind_find_field (kind, "state"), ACCORD_OPERATOR_EQUAL,
                         "open");
  accord_query_add_number (query, (guint) accord_kind_find_field (kind, "cases"), ACCORD_OPERATOR_CONTAINS,
                           *(gint64 *) data);
  *counted = accord_reader_count (reader, query, error);
  return counted;
}

static guint
count_loose_open (const AccordMatrixRow *row)
{
  return accord_caveat_tally (row->loose, TODAY).n_open + accord_caveat_tally (row->loose, TODAY).n_overdue;
}

static void
test_anything (Fixture *fixture, gconstpointer data)
{
  Register all;
  g_autoptr (AccordMatrix) matrix = NULL;
  guint n_outcomes = 0;

  add_anything (fixture, &all);
  matrix = matrix_of (fixture);
  g_assert_cmpuint (matrix->rows->len, ==, N_CASES);
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      const AccordMatrixRow *row = matrix->rows->pdata[i];
      gint64 id = accord_record_get_id (row->record);
      guint n_open = count_loose_open (row);
      g_autofree gint64 *counted = accord_workspace_read (fixture->workspace, count_open, &id, NULL, NULL);

      for (guint j = 0; j < matrix->columns->len; j++)
        {
          const AccordMatrixCell *cell = accord_matrix_row_get_cell (row, matrix->columns->pdata[j]);

          if (cell == NULL)
            continue;
          assert_latest (cell);
          n_open += accord_matrix_cell_count_open (cell);
          n_outcomes += cell->outcomes->len;
        }
      g_assert_cmpint (n_open, ==, *counted);
      g_assert_cmpuint (row->n_endorsed, <=, row->n_asked);
      g_assert_cmpuint (row->n_asked, <=, matrix->columns->len);
    }
  g_assert_cmpuint (n_outcomes, ==, 60);
}

static gint64
add_review (Fixture *fixture, gint64 body, const char *who, const char *state, const char *due,
            const char *outcome, gint64 id)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "review");

  accord_record_set_text (record, "who", who);
  accord_record_set_int (record, "body", body);
  accord_record_set_int (record, "case", id);
  accord_record_set_text (record, "state", state);
  accord_record_set_text (record, "due", due);
  accord_record_set_text (record, "outcome", outcome);
  return fixture_save (fixture, record);
}

/* A partner who was sent a case is on the list while they have not answered, and late after the day it was
 * due; what they answered counts once, whether an endorsement was made of it or not. */
static void
test_reviews (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture, "Neighbourhood Model", "outline", ACCORD_UNKNOWN), record, link;
  gint64 board = fixture_add_named (fixture, "body", "Board"), late, told;
  g_autoptr (AccordRecord) view = NULL;
  g_autoptr (AccordMatrix) matrix = NULL, after = NULL;

  late = add_review (fixture, board, "The Board", "under-way", "2017-12-01", NULL, id);
  add_review (fixture, ACCORD_UNKNOWN, "Viaduct Care", "asked", "2018-02-01", NULL, id);
  add_review (fixture, ACCORD_UNKNOWN, "Nobody", "withdrawn", "2017-01-01", NULL, id);
  told = add_review (fixture, ACCORD_UNKNOWN, "Pennine Care", "returned", "2017-12-01", "endorsed", id);
  matrix = matrix_of (fixture);
  g_assert_cmpuint (matrix->columns->len, ==, 3);
  g_assert_true (cell_of (matrix, id, "Board")->late);
  g_assert_nonnull (cell_of (matrix, id, "Viaduct Care")->awaited);
  g_assert_false (cell_of (matrix, id, "Viaduct Care")->late);
  g_assert_cmpstr (accord_matrix_cell_get_outcome (cell_of (matrix, id, "Pennine Care")), ==, "endorsed");
  g_assert_cmpuint (row_of (matrix, id)->n_asked, ==, 3);
  g_assert_cmpuint (row_of (matrix, id)->n_endorsed, ==, 1);
  g_assert_cmpstr (accord_matrix_get_link (cell_of (matrix, id, "Board")->awaited, &link), ==, "review");
  g_assert_cmpint (link, ==, late);

  record = add_view (fixture, ACCORD_UNKNOWN, "Pennine Care", "endorsed-with-caveats", "2017-12-02", id);
  view = fixture_get (fixture, "endorsement", record);
  accord_record_set_int (view, "review", told);
  fixture_save (fixture, view);
  after = matrix_of (fixture);
  g_assert_cmpuint (cell_of (after, id, "Pennine Care")->outcomes->len, ==, 1);
  g_assert_cmpuint (row_of (after, id)->n_asked, ==, 3);
}

static gint64
ask (Fixture *fixture, gint64 organisation, const char *who, const char *state, const char *due, gint64 id)
{
  gint64 review = add_review (fixture, ACCORD_UNKNOWN, who, state, due, NULL, id);
  g_autoptr (AccordRecord) record = fixture_get (fixture, "review", review);

  accord_record_set_int (record, "organisation", organisation);
  fixture_save (fixture, record);
  return review;
}

static void
answer (Fixture *fixture, gint64 review, gint64 body, const char *who, const char *outcome, const char *date,
        gint64 id)
{
  gint64 view = add_view (fixture, body, who, outcome, date, id);
  g_autoptr (AccordRecord) record = fixture_get (fixture, "endorsement", view);

  accord_record_set_int (record, "review", review);
  fixture_save (fixture, record);
}

/* Each partner stands once, whatever their committees are called, from the day on which they are asked; whose
 * view was awaited as that of their board stands there. */
static void
test_rounds (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture, "Neighbourhood Model", "outline", ACCORD_UNKNOWN);
  gint64 ccg = fixture_add_named (fixture, "organisation", "Bury CCG");
  gint64 gp = fixture_add_named (fixture, "organisation", "GP Federation");
  gint64 trust = fixture_add_named (fixture, "organisation", "The Trust");
  gint64 board = fixture_add_named (fixture, "body", "Trust Board"), first;
  g_autoptr (AccordRecord) body = fixture_get (fixture, "body", board);
  g_autoptr (AccordMatrix) matrix = NULL, after = NULL;
  const AccordMatrixCell *cell;

  accord_record_set_int (body, "organisation", trust);
  fixture_save (fixture, body);
  add_view (fixture, board, "the Board", "to-come", "late 2017", id);
  add_view (fixture, ACCORD_UNKNOWN, "bury ccg", "comment", "2017-01-01", id);
  first = ask (fixture, ccg, "Bury CCG", "returned", "2017-07-01", id);
  answer (fixture, first, ACCORD_UNKNOWN, "Board", "deferred", "2017-06-20", id);
  answer (fixture, ask (fixture, gp, "GP Federation", "returned", "2017-07-01", id), ACCORD_UNKNOWN, "Board",
          "endorsed", "2017-06-21", id);
  ask (fixture, trust, "The Trust", "asked", "2017-07-01", id);
  ask (fixture, trust, "The Trust", "asked", "2018-02-01", id);
  ask (fixture, ccg, "Bury CCG", "asked", "2018-02-01", id);
  matrix = matrix_of (fixture);
  g_assert_cmpuint (matrix->columns->len, ==, 3);
  g_assert_cmpuint (row_of (matrix, id)->n_asked, ==, 3);
  g_assert_cmpuint (row_of (matrix, id)->n_endorsed, ==, 1);
  cell = cell_of (matrix, id, "Bury CCG");
  g_assert_cmpstr (accord_matrix_cell_get_outcome (cell), ==, "deferred");
  g_assert_nonnull (cell->awaited);
  g_assert_cmpstr (accord_matrix_cell_get_outcome (cell_of (matrix, id, "GP Federation")), ==, "endorsed");
  g_assert_nonnull (cell_of (matrix, id, "Trust Board")->awaited);

  answer (fixture, ask (fixture, ccg, "Bury CCG", "returned", NULL, id), ACCORD_UNKNOWN, "Governing Body",
          "endorsed", "2017-12-20", id);
  after = matrix_of (fixture);
  g_assert_cmpuint (after->columns->len, ==, 3);
  g_assert_cmpuint (row_of (after, id)->n_asked, ==, 3);
  g_assert_cmpuint (row_of (after, id)->n_endorsed, ==, 2);
  g_assert_null (cell_of (after, id, "Bury CCG")->awaited);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordMatrix) matrix = matrix_of (fixture);

  g_assert_cmpuint (matrix->rows->len, ==, 0);
  g_assert_cmpuint (matrix->columns->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/matrix/latest", test_latest);
  fixture_add_test ("/matrix/to-come", test_to_come);
  fixture_add_test ("/matrix/words", test_words);
  fixture_add_test ("/matrix/narrow", test_narrow);
  fixture_add_test ("/matrix/anything", test_anything);
  fixture_add_test ("/matrix/reviews", test_reviews);
  fixture_add_test ("/matrix/rounds", test_rounds);
  fixture_add_test ("/matrix/empty", test_empty);
  return g_test_run ();
}
