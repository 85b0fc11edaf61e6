/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/navigation.h"

#include <string.h>

#define LONGEST 200

struct _AccordNavigation
{
  GObject parent_instance;

  GArray *locations;
  guint position;
  /* Whether the current location came from moving along a list: the next row then takes its place, so that
   * going back leads to where one came from and not through every row that was passed. */
  gboolean browsing;
  /* The same for places that the keyboard passes in the sidebar. */
  gboolean passing;
  /* Whether the current location took the place of one that was passed. */
  gboolean passed;
};

G_DEFINE_FINAL_TYPE (AccordNavigation, accord_navigation, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
clear_location (gpointer data)
{
  AccordLocation *location = data;

  g_free (location->place);
  g_clear_pointer (&location->query, accord_query_unref);
}

static AccordLocation *
location_at (AccordNavigation *self, guint index)
{
  return &g_array_index (self->locations, AccordLocation, index);
}

static gboolean
same_query (AccordQuery *a, AccordQuery *b)
{
  return a == b || (a != NULL && b != NULL && accord_query_equal (a, b));
}

static gboolean
location_is (const AccordLocation *location, const char *place, AccordQuery *query, gint64 record)
{
  return location->record == record && strcmp (location->place, place) == 0
         && same_query (location->query, query);
}

static void
moved (AccordNavigation *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_FORWARD]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The next step leads from here, whatever was passed on the way. */
static void
stand_still (AccordNavigation *self)
{
  self->browsing = FALSE;
  self->passing = FALSE;
  self->passed = FALSE;
}

static void
push (AccordNavigation *self, const char *place, AccordQuery *query, gint64 record)
{
  AccordLocation location = { g_strdup (place), record };

  if (query != NULL)
    location.query = accord_query_ref (query);

  if (self->locations->len > 0)
    {
      g_array_set_size (self->locations, self->position + 1);
      self->position++;
    }
  g_array_append_val (self->locations, location);

  if (self->locations->len > LONGEST)
    {
      g_array_remove_index (self->locations, 0);
      self->position--;
    }
}

static void
accord_navigation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AccordNavigation *self = ACCORD_NAVIGATION (object);

  switch (id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, accord_navigation_get_can_go_back (self));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, accord_navigation_get_can_go_forward (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
accord_navigation_finalize (GObject *object)
{
  AccordNavigation *self = ACCORD_NAVIGATION (object);

  g_array_unref (self->locations);

  G_OBJECT_CLASS (accord_navigation_parent_class)->finalize (object);
}

static void
accord_navigation_class_init (AccordNavigationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = accord_navigation_get_property;
  object_class->finalize = accord_navigation_finalize;

  properties[PROP_CAN_GO_BACK] =
      g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_GO_FORWARD] =
      g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AccordNavigation::changed:
   *
   * The current location, or what lies before and after it, is another.
   */
  signals[CHANGED] = g_signal_new ("changed", ACCORD_TYPE_NAVIGATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
accord_navigation_init (AccordNavigation *self)
{
  self->locations = g_array_new (FALSE, FALSE, sizeof (AccordLocation));
  g_array_set_clear_func (self->locations, clear_location);
}

/**
 * accord_navigation_new:
 *
 * Returns: (transfer full): a history of places with nothing in it yet
 */
AccordNavigation *
accord_navigation_new (void)
{
  return g_object_new (ACCORD_TYPE_NAVIGATION, NULL);
}

/**
 * accord_navigation_get_current:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): where the person is; valid until the next change
 */
const AccordLocation *
accord_navigation_get_current (AccordNavigation *self)
{
  g_return_val_if_fail (ACCORD_IS_NAVIGATION (self), NULL);

  return self->locations->len > 0 ? location_at (self, self->position) : NULL;
}

/**
 * accord_navigation_get_can_go_back:
 * @self: a history
 *
 * Returns: whether there is a location before the current one
 */
gboolean
accord_navigation_get_can_go_back (AccordNavigation *self)
{
  g_return_val_if_fail (ACCORD_IS_NAVIGATION (self), FALSE);

  return self->position > 0;
}

/**
 * accord_navigation_get_can_go_forward:
 * @self: a history
 *
 * Returns: whether there is a location after the current one
 */
gboolean
accord_navigation_get_can_go_forward (AccordNavigation *self)
{
  g_return_val_if_fail (ACCORD_IS_NAVIGATION (self), FALSE);

  return self->position + 1 < self->locations->len;
}

/**
 * accord_navigation_get_passed:
 * @self: a history
 *
 * Returns: whether the current location took the place of one that a person only passed
 */
gboolean
accord_navigation_get_passed (AccordNavigation *self)
{
  g_return_val_if_fail (ACCORD_IS_NAVIGATION (self), FALSE);

  return self->passed;
}

/**
 * accord_navigation_go:
 * @self: a history
 * @place: a place's word
 * @record: the record to show there, or 0
 *
 * Goes to a place, with its list whole.
 */
void
accord_navigation_go (AccordNavigation *self, const char *place, gint64 record)
{
  accord_navigation_go_query (self, place, NULL, record);
}

/**
 * accord_navigation_go_query:
 * @self: a history
 * @place: a place's word
 * @query: (nullable): what its list is narrowed to
 * @record: the record to show there, or 0
 *
 * Goes somewhere; what lay ahead is forgotten. Going where one is does nothing.
 */
void
accord_navigation_go_query (AccordNavigation *self, const char *place, AccordQuery *query, gint64 record)
{
  const AccordLocation *current;

  g_return_if_fail (ACCORD_IS_NAVIGATION (self));
  g_return_if_fail (place != NULL);

  current = accord_navigation_get_current (self);
  stand_still (self);
  if (current != NULL && location_is (current, place, query, record))
    return;

  push (self, place, query, record);
  moved (self);
}

/**
 * accord_navigation_note:
 * @self: a history that is somewhere
 * @query: (nullable): what the list in view is narrowed to
 * @row: its row that is selected, or 0
 * @scroll: how far it is scrolled, in pixels
 *
 * Notes how the current location is, so that whoever comes back finds it so. Nothing is told.
 */
void
accord_navigation_note (AccordNavigation *self, AccordQuery *query, gint64 row, double scroll)
{
  AccordLocation *current;

  g_return_if_fail (ACCORD_IS_NAVIGATION (self));
  g_return_if_fail (self->locations->len > 0);

  current = location_at (self, self->position);
  if (query != NULL)
    accord_query_ref (query);
  g_clear_pointer (&current->query, accord_query_unref);
  current->query = query;
  current->row = row;
  current->scroll = scroll;
}

/* A place that was passed is left for the next one; when that is where the person came from, nothing is left
 * of it. */
static void
replace_passed (AccordNavigation *self, const char *place, AccordQuery *query, gint64 record)
{
  AccordLocation *current = location_at (self, self->position);

  g_array_set_size (self->locations, self->position + 1);
  if (self->position > 0 && location_is (location_at (self, self->position - 1), place, query, record))
    {
      g_array_set_size (self->locations, self->position);
      self->position--;
      self->passing = FALSE;
      return;
    }

  clear_location (current);
  *current = (AccordLocation){ .place = g_strdup (place), .record = record };
  if (query != NULL)
    current->query = accord_query_ref (query);
}

/**
 * accord_navigation_pass:
 * @self: a history
 * @place: a place's word
 *
 * Goes to a place on the way to another: the next one that is passed replaces it.
 */
void
accord_navigation_pass (AccordNavigation *self, const char *place)
{
  accord_navigation_pass_query (self, place, NULL, 0);
}

/**
 * accord_navigation_pass_query:
 * @self: a history
 * @place: a place's word
 * @query: (nullable): what its list is narrowed to
 * @record: the record to show there, or 0
 *
 * Goes somewhere on the way to something else: what is passed next replaces it.
 */
void
accord_navigation_pass_query (AccordNavigation *self, const char *place, AccordQuery *query, gint64 record)
{
  const AccordLocation *current;

  g_return_if_fail (ACCORD_IS_NAVIGATION (self));
  g_return_if_fail (place != NULL);

  current = accord_navigation_get_current (self);
  self->browsing = FALSE;
  if (current != NULL && location_is (current, place, query, record))
    return;

  self->passed = self->passing;
  if (self->passing)
    replace_passed (self, place, query, record);
  else
    {
      push (self, place, query, record);
      self->passing = TRUE;
    }

  moved (self);
}

/**
 * accord_navigation_select:
 * @self: a history
 * @record: a record of the current place, or 0
 *
 * Shows a record of the list in view. Moving on to the next row replaces the one before.
 */
void
accord_navigation_select (AccordNavigation *self, gint64 record)
{
  AccordLocation *current;

  g_return_if_fail (ACCORD_IS_NAVIGATION (self));
  g_return_if_fail (self->locations->len > 0);

  current = location_at (self, self->position);
  if (current->record == record)
    return;

  self->passing = FALSE;
  self->passed = self->browsing;
  if (self->browsing)
    {
      current->record = record;
      g_array_set_size (self->locations, self->position + 1);
    }
  else
    {
      g_autofree char *place = g_strdup (current->place);
      g_autoptr (AccordQuery) query = current->query != NULL ? accord_query_ref (current->query) : NULL;

      push (self, place, query, record);
      self->browsing = TRUE;
    }

  moved (self);
}

/**
 * accord_navigation_back:
 * @self: a history
 *
 * Goes to the location before, if there is one.
 */
void
accord_navigation_back (AccordNavigation *self)
{
  g_return_if_fail (ACCORD_IS_NAVIGATION (self));

  if (!accord_navigation_get_can_go_back (self))
    return;

  self->position--;
  stand_still (self);
  moved (self);
}

/**
 * accord_navigation_forward:
 * @self: a history
 *
 * Goes to the location that was left by going back, if there is one.
 */
void
accord_navigation_forward (AccordNavigation *self)
{
  g_return_if_fail (ACCORD_IS_NAVIGATION (self));

  if (!accord_navigation_get_can_go_forward (self))
    return;

  self->position++;
  stand_still (self);
  moved (self);
}

/**
 * accord_navigation_forget:
 * @self: a history
 * @place: a place's word
 * @record: a record that is no more
 *
 * Takes a record out of the history; where it was shown, its place alone is left.
 */
void
accord_navigation_forget (AccordNavigation *self, const char *place, gint64 record)
{
  gboolean found = FALSE;

  g_return_if_fail (ACCORD_IS_NAVIGATION (self));
  g_return_if_fail (place != NULL && record != 0);

  for (guint i = 0; i < self->locations->len; i++)
    if (location_at (self, i)->record == record && strcmp (location_at (self, i)->place, place) == 0)
      {
        location_at (self, i)->record = 0;
        found = TRUE;
      }

  if (!found)
    return;

  for (guint i = self->locations->len - 1; i > 0; i--)
    if (location_is (location_at (self, i), location_at (self, i - 1)->place,
                     location_at (self, i - 1)->query, location_at (self, i - 1)->record))
      {
        g_array_remove_index (self->locations, i);
        if (self->position >= i)
          self->position--;
      }

  stand_still (self);
  moved (self);
}
