/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "matrix.h"

#include "endorsers.h"
#include "fold.h"
#include "matrix-private.h"

/* What is being read, and by what its columns are found. */
typedef struct
{
  AccordReader *reader;
  AccordMatrix *matrix;
  GHashTable *rows;
  GHashTable *columns;
  GHashTable *endorsers;
  GHashTable *reviewers;
  GHashTable *bodies;
  const AccordEndorsers *names;
  const char *today;
} Reading;

static void
cell_free (gpointer data)
{
  AccordMatrixCell *cell = data;

  g_ptr_array_unref (cell->outcomes);
  g_ptr_array_unref (cell->caveats);
  g_free (cell);
}

static void
row_clear (gpointer data)
{
  AccordMatrixRow *row = data;

  g_object_unref (row->record);
  g_ptr_array_unref (row->loose);
  g_hash_table_unref (row->cells);
}

static void
row_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, row_clear);
}

static void
column_clear (gpointer data)
{
  AccordMatrixColumn *column = data;

  g_free (column->name);
  g_free (column->organisation);
}

static void
column_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, column_clear);
}

static AccordMatrix *
matrix_new (void)
{
  AccordMatrix *self = g_new0 (AccordMatrix, 1);

  self->rows = g_ptr_array_new_with_free_func (row_unref);
  self->columns = g_ptr_array_new_with_free_func (column_unref);
  return self;
}

void
accord_matrix_free (AccordMatrix *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

static GPtrArray *
list_all (AccordReader *reader, const char *kind, GError **error)
{
  g_autoptr (AccordQuery) query =
      accord_query_new (accord_schema_find_kind (accord_reader_get_schema (reader), kind));

  return accord_reader_list (reader, query, error);
}

/* --- Rows, columns and cells. */

static AccordMatrixColumn *
add_column (Reading *reading, char *key, gint64 body, const char *name)
{
  AccordMatrixColumn *column = g_atomic_rc_box_new0 (AccordMatrixColumn);
  AccordRecord *known = g_hash_table_lookup (reading->bodies, &body);

  column->body = body;
  column->name = accord_sentence_case (name);
  if (known != NULL)
    column->organisation = g_strdup (accord_record_get_reference_title (known, "organisation"));
  g_ptr_array_add (reading->matrix->columns, column);
  g_hash_table_insert (reading->columns, key, column);
  return column;
}

/* The same words name the same body, however they are written. */
static AccordMatrixColumn *
need_column (Reading *reading, gint64 body, const char *name)
{
  AccordRecord *known = g_hash_table_lookup (reading->bodies, &body);
  g_autofree char *title = known != NULL ? accord_record_dup_title (known) : NULL;
  g_autofree char *line = accord_text_collapse (title != NULL ? title : name != NULL ? name : "");
  g_autofree char *folded = accord_text_fold (line);
  g_autofree char *key = body != ACCORD_UNKNOWN ? g_strdup_printf ("%" G_GINT64_FORMAT, body)
                                                : g_strdup_printf ("who %s", folded);
  AccordMatrixColumn *column = g_hash_table_lookup (reading->columns, key);

  return column != NULL ? column : add_column (reading, g_steal_pointer (&key), body, line);
}

/* Of an endorsement or a review, as far as one case goes. */
static AccordMatrixColumn *
column_for (Reading *reading, AccordRecord *record, gint64 business_case)
{
  const char *name;
  gint64 body = accord_endorsers_find (reading->names, record, business_case, &name);

  return need_column (reading, body,
                      body != ACCORD_UNKNOWN ? accord_record_get_reference_title (record, "body") : name);
}

static AccordMatrixCell *
need_cell (AccordMatrixRow *row, AccordMatrixColumn *column)
{
  AccordMatrixCell *cell = g_hash_table_lookup (row->cells, column);

  if (cell != NULL)
    return cell;
  cell = g_new0 (AccordMatrixCell, 1);
  cell->outcomes = g_ptr_array_new_with_free_func (g_object_unref);
  cell->caveats = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_insert (row->cells, column, cell);
  return cell;
}

static void
place_endorsement (Reading *reading, AccordRecord *endorsement)
{
  gsize n_cases;
  const gint64 *cases = accord_record_get_ids (endorsement, "cases", &n_cases);
  gint64 id = accord_record_get_id (endorsement);

  reading->matrix->n_of_options += n_cases == 0;
  for (gsize i = 0; i < n_cases; i++)
    {
      AccordMatrixRow *row = g_hash_table_lookup (reading->rows, &cases[i]);
      AccordMatrixColumn *column = column_for (reading, endorsement, cases[i]);

      g_hash_table_insert (reading->endorsers, g_memdup2 (&id, sizeof id), column);
      if (row != NULL)
        g_ptr_array_add (need_cell (row, column)->outcomes, g_object_ref (endorsement));
    }
}

/* --- Reviews. */

static gboolean
is_one_of (AccordRecord *record, const char *field, const char *const *values)
{
  const char *value = accord_record_get_text (record, field);

  return value != NULL && g_strv_contains (values, value);
}

/* An endorsement that a review gave is on record by itself. */
static gboolean
has_endorsement (GPtrArray *endorsements, AccordRecord *review)
{
  for (guint i = 0; i < endorsements->len; i++)
    if (accord_record_get_int (endorsements->pdata[i], "review") == accord_record_get_id (review)
        || accord_record_get_id (endorsements->pdata[i]) == accord_record_get_int (review, "endorsement"))
      return TRUE;
  return FALSE;
}

/* What a review says of a case, in the words of an endorsement; it is kept nowhere, and opens the review. */
static AccordRecord *
make_view_of_review (Reading *reading, AccordRecord *review)
{
  static const char *const waiting[] = { "asked", "under-way", NULL };
  const AccordKind *kind =
      accord_schema_find_kind (accord_reader_get_schema (reading->reader), "endorsement");
  gboolean to_come = is_one_of (review, "state", waiting);
  const char *outcome = to_come ? "to-come" : accord_record_get_text (review, "outcome");
  const char *decided = accord_record_get_text (review, "decided");
  gint64 business_case = accord_record_get_int (review, "case");
  AccordRecord *view = accord_record_new (kind);

  accord_record_set_text (view, "who", accord_record_get_text (review, "who"));
  accord_record_set_text (view, "outcome", outcome);
  accord_record_set_text (view, "date",
                          to_come           ? accord_record_get_text (review, "due")
                          : decided != NULL ? decided
                                            : accord_record_get_text (review, "returned"));
  accord_record_set_ids (view, "cases", &business_case, 1);
  accord_record_set_text (view, "words", to_come ? NULL : accord_record_get_text (review, "words"));
  accord_record_set_int (view, "review", accord_record_get_id (review));
  return view;
}

/* A partner who was asked is on the list before they answer, and after it even where nobody has recorded an
 * endorsement. */
static void
place_review (Reading *reading, AccordRecord *review, GPtrArray *endorsements)
{
  static const char *const counted[] = { "asked", "under-way", "returned", NULL };
  gint64 id = accord_record_get_int (review, "case");
  AccordMatrixRow *row = g_hash_table_lookup (reading->rows, &id);
  gint64 *key = g_new (gint64, 1);
  AccordMatrixColumn *column = column_for (reading, review, id);

  *key = accord_record_get_id (review);
  g_hash_table_insert (reading->reviewers, key, column);
  if (row == NULL || !is_one_of (review, "state", counted) || has_endorsement (endorsements, review)
      || (g_strcmp0 (accord_record_get_text (review, "state"), "returned") != 0
          && accord_endorsers_is_asked_again (reading->names, review))
      || (g_strcmp0 (accord_record_get_text (review, "state"), "returned") == 0
          && accord_record_get_text (review, "outcome") == NULL))
    return;
  g_ptr_array_add (need_cell (row, column)->outcomes, make_view_of_review (reading, review));
}

/* A caveat is of the body whose endorsement it is attached to, else of the one that is said to have raised
 * it, else of whoever's review it came with. */
static AccordMatrixColumn *
column_of_caveat (Reading *reading, AccordRecord *caveat)
{
  gint64 endorsement = accord_record_get_int (caveat, "endorsement");
  gint64 review = accord_record_get_int (caveat, "review");
  AccordMatrixColumn *column = g_hash_table_lookup (reading->endorsers, &endorsement);

  if (column == NULL && accord_record_get_int (caveat, "raised-by") != ACCORD_UNKNOWN)
    column = need_column (reading, accord_record_get_int (caveat, "raised-by"),
                          accord_record_get_reference_title (caveat, "raised-by"));
  return column != NULL ? column : g_hash_table_lookup (reading->reviewers, &review);
}

static void
place_caveat (Reading *reading, AccordRecord *caveat)
{
  gsize n_cases;
  const gint64 *cases = accord_record_get_ids (caveat, "cases", &n_cases);
  AccordMatrixColumn *column = column_of_caveat (reading, caveat);

  for (gsize i = 0; i < n_cases; i++)
    {
      AccordMatrixRow *row = g_hash_table_lookup (reading->rows, &cases[i]);

      if (row != NULL)
        g_ptr_array_add (column != NULL ? need_cell (row, column)->caveats : row->loose,
                         g_object_ref (caveat));
    }
}

/* --- In order. */

static int
compare_words (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  return g_utf8_collate (a, b);
}

static int
compare_rows (gconstpointer one, gconstpointer other)
{
  AccordRecord *a = (*(AccordMatrixRow **) one)->record, *b = (*(AccordMatrixRow **) other)->record;
  int order = compare_words (accord_record_get_reference_title (a, "programme"),
                             accord_record_get_reference_title (b, "programme"));

  if (order == 0)
    order = compare_words (accord_record_get_text (a, "name"), accord_record_get_text (b, "name"));
  if (order == 0)
    order = accord_record_get_id (a) < accord_record_get_id (b) ? -1 : 1;
  return order;
}

static int
compare_columns (gconstpointer one, gconstpointer other)
{
  const AccordMatrixColumn *a = *(AccordMatrixColumn **) one, *b = *(AccordMatrixColumn **) other;
  int order = (a->body == ACCORD_UNKNOWN) - (b->body == ACCORD_UNKNOWN);

  if (order == 0)
    order = compare_words (a->name, b->name);
  if (order == 0)
    order = compare_words (a->organisation, b->organisation);
  return order != 0 ? order : a->body < b->body ? -1 : a->body > b->body;
}

/* --- Reading. */

static gboolean
read_rows (Reading *reading, GError **error)
{
  g_autoptr (GPtrArray) cases = list_all (reading->reader, "case", error);

  for (guint i = 0; cases != NULL && i < cases->len; i++)
    {
      AccordMatrixRow *row = g_atomic_rc_box_new0 (AccordMatrixRow);
      gint64 *id = g_new (gint64, 1);

      row->record = g_object_ref (cases->pdata[i]);
      row->loose = g_ptr_array_new_with_free_func (g_object_unref);
      row->cells = g_hash_table_new_full (NULL, NULL, NULL, cell_free);
      *id = accord_record_get_id (row->record);
      g_ptr_array_add (reading->matrix->rows, row);
      g_hash_table_insert (reading->rows, id, row);
    }
  return cases != NULL;
}

static gboolean
read_bodies (Reading *reading, GError **error)
{
  g_autoptr (GPtrArray) bodies = list_all (reading->reader, "body", error);

  for (guint i = 0; bodies != NULL && i < bodies->len; i++)
    {
      gint64 id = accord_record_get_id (bodies->pdata[i]);

      g_hash_table_insert (reading->bodies, g_memdup2 (&id, sizeof id), g_object_ref (bodies->pdata[i]));
    }
  return bodies != NULL;
}

static gboolean
is_used (const AccordMatrix *matrix, const AccordMatrixColumn *column)
{
  for (guint i = 0; i < matrix->rows->len; i++)
    if (accord_matrix_row_get_cell (matrix->rows->pdata[i], column) != NULL)
      return TRUE;
  return FALSE;
}

/* An endorsement may be of a case that was deleted since. */
static void
leave_out_unused (AccordMatrix *matrix)
{
  for (guint i = 0; i < matrix->columns->len;)
    if (is_used (matrix, matrix->columns->pdata[i]))
      i++;
    else
      g_ptr_array_remove_index (matrix->columns, i);
}

static gboolean
read_all (Reading *reading, GError **error)
{
  g_autoptr (GPtrArray) endorsements = NULL, caveats = NULL, reviews = NULL;
  g_autoptr (AccordEndorsers) names = NULL;

  if (!read_rows (reading, error) || !read_bodies (reading, error))
    return FALSE;
  endorsements = list_all (reading->reader, "endorsement", error);
  reviews = endorsements != NULL ? list_all (reading->reader, "review", error) : NULL;
  caveats = reviews != NULL ? list_all (reading->reader, "caveat", error) : NULL;
  names = caveats != NULL ? accord_endorsers_new (reading->reader, endorsements, reviews, error) : NULL;
  if (names == NULL)
    return FALSE;
  reading->names = names;
  for (guint i = 0; i < endorsements->len; i++)
    place_endorsement (reading, endorsements->pdata[i]);
  for (guint i = 0; i < reviews->len; i++)
    place_review (reading, reviews->pdata[i], endorsements);
  for (guint i = 0; i < caveats->len; i++)
    place_caveat (reading, caveats->pdata[i]);
  for (guint i = 0; i < reading->matrix->rows->len; i++)
    accord_matrix_row_settle (reading->matrix->rows->pdata[i], reading->today);
  leave_out_unused (reading->matrix);
  g_ptr_array_sort (reading->matrix->rows, compare_rows);
  g_ptr_array_sort (reading->matrix->columns, compare_columns);
  return TRUE;
}

/**
 * accord_matrix_read:
 * @reader: a reader
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): who said what of which business case, of one moment
 */
AccordMatrix *
accord_matrix_read (AccordReader *reader, const char *today, GError **error)
{
  g_autoptr (AccordMatrix) matrix = matrix_new ();
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) endorsers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) bodies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_autoptr (GHashTable) reviewers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Reading reading = { reader, matrix, rows, columns, endorsers, reviewers, bodies, NULL, today };

  g_return_val_if_fail (reader != NULL, NULL);
  g_return_val_if_fail (today != NULL, NULL);

  return read_all (&reading, error) ? g_steal_pointer (&matrix) : NULL;
}

/**
 * accord_matrix_narrow:
 * @self: a matrix
 * @programme: a programme, or %ACCORD_UNKNOWN for all
 * @stage: (nullable): a stage as kept, or %NULL for all
 *
 * Returns: (transfer full): the cases of the programme at that stage, and those who were asked about them;
 * the same cells
 */
AccordMatrix *
accord_matrix_narrow (AccordMatrix *self, gint64 programme, const char *stage)
{
  AccordMatrix *narrow = matrix_new ();

  narrow->n_of_options = self->n_of_options;
  for (guint i = 0; i < self->rows->len; i++)
    {
      AccordMatrixRow *row = self->rows->pdata[i];

      if ((programme == ACCORD_UNKNOWN || accord_record_get_int (row->record, "programme") == programme)
          && (stage == NULL || g_strcmp0 (accord_record_get_text (row->record, "stage"), stage) == 0))
        g_ptr_array_add (narrow->rows, g_atomic_rc_box_acquire (row));
    }
  for (guint i = 0; i < self->columns->len; i++)
    if (is_used (narrow, self->columns->pdata[i]))
      g_ptr_array_add (narrow->columns, g_atomic_rc_box_acquire (self->columns->pdata[i]));
  return narrow;
}

/**
 * accord_matrix_row_get_cell:
 * @row: a case
 * @column: somebody who was asked
 *
 * Returns: (transfer none) (nullable): what is on record, or %NULL for nothing
 */
const AccordMatrixCell *
accord_matrix_row_get_cell (const AccordMatrixRow *row, const AccordMatrixColumn *column)
{
  return g_hash_table_lookup (row->cells, column);
}
