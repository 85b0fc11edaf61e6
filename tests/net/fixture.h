/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fetcher.h"
#include "net-error.h"
#include "server.h"

G_BEGIN_DECLS

/* A server with a fetcher that asks it, quick and not at all patient. */
typedef struct
{
  Server *server;
  AccordFetchManners manners;
  AccordFetcher *fetcher;
} Fixture;

void fixture_start (Fixture *self, ServerFunc func, gpointer data);
void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);
AccordFetched *fixture_fetch (Fixture *self, const char *path);
void fixture_refused (Fixture *self, const char *path, AccordNetError code, const char *words);
void fixture_assert_text (AccordFetched *fetched, const char *text);

#define NET_TEST(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

G_END_DECLS
