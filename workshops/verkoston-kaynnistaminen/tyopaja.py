# %% [markdown]
# # Verkoston käynnistäminen
#
# Uuden verkoston ensimmäinen tai toinen tapaaminen yhdellä sivulla. Kopioi tämä muistikirja
# itsellesi ja muuta sitä vapaasti. Mitä sanot ja kysyt missäkin vaiheessa, lukee ohjaamossa ja
# oppaassa [opas.md](opas.md).
#
# Aja solut järjestyksessä. Jos olet avannut tämän työpajan jo aiemmin vuorokauden sisällä, sama
# istunto jatkuu.

# %%
import verkostotyokalut as vt

session = vt.open_session("verkoston-kaynnistaminen")

# %% [markdown]
# ## Ohjaamo
#
# Avaa valkokangas ohjaamon napista ja siirrä se projektorille. Kun väki kirjoittaa lappuja, voit
# ryhmitellä niitä täällä jo ennen kuin näytät ne.

# %%
vt.Console(session)

# %% [markdown]
# ## Matka, joka on edessä
#
# Verkosto kootaan, se sopii suunnasta, etenee ja oppii, ja arvioi. Kun olet näyttänyt tulokset,
# näet syklistä, mihin kohtaan huone itsensä sijoittaa.

# %%
vt.Cycle(session)
